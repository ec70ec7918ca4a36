package org.bihuan.hazard;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the ledger; null means "any".
 *
 * @param statuses empty for any
 * @param unit supervising unit
 * @param overdueOn a day: only cases with a clock that ran out before it
 * @param dueFrom and {@code dueTo}: working due date of rectification, both ends included
 * @param text words of number, enterprise, place, description; two Chinese characters are enough
 * @param sort the column to sort by
 * @param limit 1 to 200
 * @param after opaque place where the last page ended
 */
public record LedgerQuery(
        Set<Status> statuses,
        @Nullable Grade grade,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String enterprise,
        @Nullable String unit,
        @Nullable LocalDate overdueOn,
        @Nullable LocalDate foundFrom,
        @Nullable LocalDate foundTo,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String text,
        Sort sort,
        boolean descending,
        int limit,
        @Nullable String after) {

    /** The orders a ledger page may have; each is served by an index. */
    public enum Sort {
        REGISTERED,
        DUE,
        FOUND,
        NUMBER
    }
}
