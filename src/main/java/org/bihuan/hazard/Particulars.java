package org.bihuan.hazard;

import org.jspecify.annotations.Nullable;

/**
 * What the 42 columns of the ledger file hold beyond the case itself (domain 9.1); kept as written, given out again by the
 * export.
 *
 * @param responsible who must rectify, in the sender's words; of several columns each with its role
 * @param responsiblePhone shown masked in lists and exports (P3)
 * @param plannedYuan and {@code spentYuan}: money in yuan
 */
public record Particulars(
        @Nullable String inspectors,
        @Nullable String responsible,
        @Nullable String responsiblePerson,
        @Nullable String responsiblePhone,
        @Nullable String industryDepartment,
        @Nullable String regionPerson,
        @Nullable Long plannedYuan,
        @Nullable Long spentYuan,
        @Nullable String goal,
        @Nullable String contingency,
        @Nullable String suspension,
        @Nullable String listingLevel,
        @Nullable String listingBody,
        @Nullable Integer progressPercent,
        @Nullable String selfAcceptance,
        @Nullable String expertEvaluation,
        @Nullable String verification,
        @Nullable String countersign,
        @Nullable String papers,
        @Nullable String recurrence,
        @Nullable String remark) {

    public static final Particulars NONE = new Particulars(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null);
}
