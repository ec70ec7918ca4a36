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
    VOIDING,
    /** Decision on a proposed reopening (T28). */
    REOPENING,
    /** 督办 of a delay by the leader of the supervising unit, by the committee office, by the county's leader (N11): one an audience. */
    SUPERVISE_UNIT,
    SUPERVISE_OFFICE,
    SUPERVISE_COUNTY;

    /** Whether it runs for a desk, beside the case's own clocks. */
    public boolean isOfADesk() {
        return this != ACCEPT && this != RECTIFY && this != VERIFY;
    }

    /** Whether it is a superior's answer to a delay. */
    public boolean isASupervision() {
        return this == SUPERVISE_UNIT || this == SUPERVISE_OFFICE || this == SUPERVISE_COUNTY;
    }
}
