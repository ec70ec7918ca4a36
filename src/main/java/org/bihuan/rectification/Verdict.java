package org.bihuan.rectification;

/** What the verifier finds (T17, T18). */
public enum Verdict {
    QUALIFIED,
    UNQUALIFIED
}
