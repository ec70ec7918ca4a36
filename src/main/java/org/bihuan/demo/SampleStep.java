package org.bihuan.demo;

/** How far a sample hazard has come, and whether people of today brought it there or a ledger kept before. */
enum SampleStep {
    /** From a ledger kept before, each with its status there. */
    RECTIFYING(true),
    SUBMITTED(true),
    CLOSED(true),
    /** Registered, and somebody has yet to look at it. */
    WAITING(false),
    REJECTED(false),
    /** The same as the row before it. */
    MERGED(false),
    ASSIGNED(false),
    ACCEPTED(false),
    SERVED(false),
    REPORTED(false),
    RETURNED(false),
    VERIFIED(false),
    ON_THE_SPOT(false);

    private final boolean takenOver;

    SampleStep(boolean takenOver) {
        this.takenOver = takenOver;
    }

    boolean isTakenOver() {
        return takenOver;
    }
}
