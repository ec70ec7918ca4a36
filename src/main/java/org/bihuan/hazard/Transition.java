package org.bihuan.hazard;

import static org.bihuan.hazard.Status.ASSIGNED;
import static org.bihuan.hazard.Status.CLOSED;
import static org.bihuan.hazard.Status.MERGED;
import static org.bihuan.hazard.Status.RECTIFYING;
import static org.bihuan.hazard.Status.REGISTERED;
import static org.bihuan.hazard.Status.SUBMITTED;
import static org.bihuan.hazard.Status.VOIDED;

import java.util.Set;

/** The events that move a hazard from one status to the next; what is not listed here is refused (domain 4.3). */
public enum Transition {
    /** T2, T3. */
    ASSIGN(ASSIGNED, REGISTERED),
    /** T4. */
    MERGE(MERGED, REGISTERED),
    /** T5. */
    REJECT(VOIDED, REGISTERED),
    /** T6. */
    ACCEPT(RECTIFYING, ASSIGNED),
    /** T7. */
    DECLINE(REGISTERED, ASSIGNED),
    /** T8. */
    SERVE(RECTIFYING, ASSIGNED),
    /** T15. */
    REPORT_COMPLETION(SUBMITTED, RECTIFYING),
    /** T16. */
    WITHDRAW_REPORT(RECTIFYING, SUBMITTED),
    /** T17. */
    RETURN(RECTIFYING, SUBMITTED),
    /** T18. */
    CLOSE(CLOSED, SUBMITTED),
    /** T2, on to closure: fixed during the inspection (4.2). */
    CLOSE_ON_THE_SPOT(CLOSED, REGISTERED),
    /** T23. */
    VOID(VOIDED, REGISTERED, ASSIGNED, RECTIFYING, SUBMITTED),
    /** T27. */
    MOVE(ASSIGNED, ASSIGNED, RECTIFYING),
    /** T28. */
    REOPEN(RECTIFYING, CLOSED),
    /** T28, where the case was closed by mistake: its report waits for a verdict again. */
    REOPEN_FOR_VERDICT(SUBMITTED, CLOSED);

    private final Status to;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that nobody can change
    private final Set<Status> from;

    Transition(Status to, Status... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    /** Whether it begins another round (T17, T28). */
    boolean beginsARound() {
        return this == RETURN || this == REOPEN || this == REOPEN_FOR_VERDICT;
    }

    /** Whether the responsible side has the case from then on. */
    boolean assigns() {
        return this == ASSIGN || this == MOVE || this == REOPEN || this == REOPEN_FOR_VERDICT;
    }

    public Status to() {
        return to;
    }

    public boolean isOpenFrom(Status status) {
        return from.contains(status);
    }
}
