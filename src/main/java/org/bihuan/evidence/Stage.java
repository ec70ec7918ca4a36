package org.bihuan.evidence;

/** What a file shows: the place before, the place after, or a paper. A PDF is a DOCUMENT, never a photo. */
public enum Stage {
    BEFORE,
    AFTER,
    DOCUMENT
}
