package org.bihuan.deadline;

import java.time.LocalDate;
import java.util.Map;
import org.bihuan.hazard.Hazard;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a deadline lives. Each event of a case moves clocks, rungs, incident and the engine's timer in the
 * caller's transaction and gives the hazard with its new due dates; the caller saves it with the log entry that says why.
 *
 * <p>The hazard's row must be locked by the caller first.
 */
public interface Deadlines {

    /**
     * REVIEW starts: the case waits for its first look, or for another one after a decline.
     *
     * @param group of the mirror that owes it
     */
    Hazard awaitsReview(Hazard hazard, String group);

    /**
     * ACCEPT and RECTIFY start, counted from today.
     *
     * @param namedDueOn the day somebody named; null for the default term
     */
    Hazard assigned(Hazard hazard, @Nullable LocalDate namedDueOn);

    /** ACCEPT stops: accepted, or served on paper. */
    Hazard accepted(Hazard hazard);

    /** The clocks of this assignment end (T7). */
    Hazard declined(Hazard hazard);

    /** RECTIFY stops today whatever the verifier does, VERIFY starts (T15). */
    Hazard reported(Hazard hazard);

    /**
     * EXTENSION starts, and holds the rungs behind RECTIFY's due day until its own has passed (T13, N12).
     *
     * @param group of the mirror that decides
     */
    Hazard extensionAsked(Hazard hazard, String group);

    /** RECTIFY moves to the granted day, which is the approved one from now on (T14). */
    Hazard extended(Hazard hazard, LocalDate dueOn);

    /** RECTIFY moves to the granted day; the approved one stays (4.4). */
    Hazard reworkMoved(Hazard hazard, LocalDate dueOn);

    /** Everything stays where it is, and what was held takes effect (T14, N12). */
    Hazard extensionRefused(Hazard hazard);

    /**
     * A clock starts for the desk that must decide on a proposal: VOIDING or REOPENING (5.2).
     *
     * @param group of the mirror that decides
     */
    Hazard decisionAsked(Hazard hazard, ClockKind desk, String group);

    /** That clock stops, and nothing else. */
    Hazard decided(Hazard hazard, ClockKind desk);

    /** The clocks of this assignment end, those of the next start from today (T27). */
    Hazard moved(Hazard hazard, @Nullable LocalDate namedDueOn);

    /**
     * Another unit follows the case: what runs for the old one runs for it; no clock moves (T26).
     *
     * @param desks of the old unit, each with the group of the mirror that owes its decision now
     */
    Hazard handedOver(Hazard hazard, Map<ClockKind, String> desks);

    /**
     * A closed case goes on: RECTIFY starts, by the day named or the later of the approved one and the rework term; or VERIFY,
     * where it waits for a verdict again (T28, 4.5).
     */
    Hazard reopened(Hazard hazard, @Nullable LocalDate namedDueOn);

    /** VERIFY stops, RECTIFY goes on with its old due date (T16). */
    Hazard withdrawn(Hazard hazard);

    /** VERIFY stops, a fresh RECTIFY begins by the rework term (T17, 4.5). */
    Hazard returned(Hazard hazard);

    /** Every clock stops: closed, voided or merged. */
    Hazard ended(Hazard hazard);

    /**
     * The clock of a case taken over from another ledger starts: RECTIFY with the given due date, or VERIFY from today (9.1).
     *
     * @param hazard as the ledger has it; its due dates are taken as given, or the default term counts from today
     */
    Hazard takenOver(Hazard hazard);
}
