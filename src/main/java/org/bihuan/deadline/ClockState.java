package org.bihuan.deadline;

/** How a running clock stands today (domain 5.1). */
public enum ClockState {
    ON_TIME,
    DUE_SOON,
    DUE_TODAY,
    OVERDUE,
    PAUSED
}
