package org.bihuan.hazard;

/** Where a hazard stands (domain 4.1); facts beside it, such as being overdue, are never statuses of their own. */
public enum Status {
    REGISTERED,
    ASSIGNED,
    RECTIFYING,
    SUBMITTED,
    CLOSED,
    VOIDED,
    MERGED;

    /** Whether the hazard is still in the open ledger. */
    public boolean isOpen() {
        return this != CLOSED && this != VOIDED && this != MERGED;
    }
}
