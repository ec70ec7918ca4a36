package org.bihuan.deadline;

/** The three clocks of a case, each with its own owner (domain 5.1), and behind them those of the desks that owe it a decision (5.2). */
public enum ClockKind {
    ACCEPT,
    RECTIFY,
    VERIFY,
    /** First look and assignment by the supervising unit. */
    REVIEW,
    /** Decision on an asked-for extension (4.4). */
    EXTENSION,
    /** Decision on a proposed voiding (T23). */
    VOIDING;

    /** Whether it runs for a desk, beside the case's own clocks. */
    public boolean isOfADesk() {
        return this != ACCEPT && this != RECTIFY && this != VERIFY;
    }
}
