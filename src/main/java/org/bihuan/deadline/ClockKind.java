package org.bihuan.deadline;

/** The three clocks of a case, each with its own owner (domain 5.1). */
public enum ClockKind {
    ACCEPT,
    RECTIFY,
    VERIFY
}
