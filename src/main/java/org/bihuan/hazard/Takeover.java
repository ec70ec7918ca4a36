package org.bihuan.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a ledger kept before, on its way into ours (domain 9.1).
 *
 * @param status CLOSED with its day, or where the open case stands
 * @param dueDates as the old ledger says; its clocks start in the deadline room
 * @param completedOn day the work was finished, if the row says so
 * @param closedOn present exactly with CLOSED
 * @param extensions granted before the takeover
 * @param particulars the columns that only the ledger file knows
 */
public record Takeover(
        Registration registration,
        @Nullable String externalNumber,
        Status status,
        DueDates dueDates,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate closedOn,
        int extensions,
        Particulars particulars) {}
