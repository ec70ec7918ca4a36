package org.bihuan.exchange;

import java.time.LocalDate;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A ledger row that can be taken in: what all its columns say (domain 9.1). Exactly one of enterprise and responsible unit is
 * there.
 *
 * @param externalNumber the number it has in the sender's ledger
 * @param findingUnit column 5, where it names a unit
 * @param location the enterprise's address or the region where the cell is empty
 * @param criterion column 15 as written; {@code basisDocumentNo} the catalogue document found in it, for majors
 * @param dueOn the original date; {@code extendedTo} what was approved later
 */
record LedgerEntry(
        @Nullable String externalNumber,
        Source source,
        LocalDate foundOn,
        @Nullable UnitCode findingUnit,
        @Nullable CreditCode enterprise,
        @Nullable UnitCode responsibleUnit,
        String region,
        @Nullable String industry,
        String location,
        String description,
        Category category,
        Grade grade,
        @Nullable String criterion,
        @Nullable String basisDocumentNo,
        @Nullable String requirement,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate closedOn,
        int extensions,
        @Nullable LocalDate extendedTo,
        Particulars particulars) {

    boolean isClosed() {
        return closedOn != null;
    }

    /** Enterprise or responsible unit, as duplicates compare it. */
    String party() {
        return enterprise != null ? enterprise.value() : "unit:" + responsibleUnit;
    }
}
