package org.bihuan.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The three due dates of rectification as the ledger shows them (domain 4.5). Written by the deadline room alone, together with
 * the clock they come from.
 *
 * @param dueOn the working due date: reminders, display, overdue
 * @param originalDueOn as first told; only a new assignment starts a new one
 * @param approvedDueOn with what was decided since: all official statistics
 * @param estimated whether the working due date was counted in a year without notice
 * @param runsOutOn earliest due day of any running clock of the case; absent while none runs
 */
public record DueDates(
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        @Nullable LocalDate approvedDueOn,
        boolean estimated,
        @Nullable LocalDate runsOutOn) {

    public static final DueDates NONE = new DueDates(null, null, null, false, null);

    /** The same where the earliest clock of the case runs out on another day. */
    public DueDates runningOut(@Nullable LocalDate day) {
        return new DueDates(dueOn, originalDueOn, approvedDueOn, estimated, day);
    }
}
