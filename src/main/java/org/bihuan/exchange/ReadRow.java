package org.bihuan.exchange;

import java.util.Set;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;

/**
 * A row that holds a hazard, as far as the row alone tells.
 *
 * @param problem why it cannot be taken in; the first in the order of rule 9
 * @param entry what is taken in; absent exactly when there is a problem
 * @param ours a hazard number of ours in column 2, not yet looked up
 * @param unclearMoney for a note on the file
 */
record ReadRow(
        DataRow row,
        RowFacts facts,
        Set<Warning> warnings,
        @Nullable Problem problem,
        @Nullable LedgerEntry entry,
        @Nullable HazardNumber ours,
        @Nullable String unclearMoney) {

    /**
     * @param column the column at fault
     * @param limit for a text that is too long, else 0
     */
    record Problem(Reason reason, LedgerColumn column, int limit) {
        Problem(Reason reason, LedgerColumn column) {
            this(reason, column, 0);
        }
    }

    /** Where the row stands in the file. */
    Place place() {
        return new Place(row.sheet().name(), row.number());
    }

    /** @param sheet absent in a CSV file, where {@code row} counts records */
    record Place(@Nullable String sheet, int row) {}
}
