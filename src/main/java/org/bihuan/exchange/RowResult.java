package org.bihuan.exchange;

import java.util.List;
import java.util.Map;
import org.bihuan.exchange.ReadRow.Place;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one sheet row, as the answer of an import shows it (contract 5).
 *
 * @param sheet absent in a CSV file; {@code row} the sheet row or the record
 * @param code reason code, or for a skipped row why it holds no hazard; absent for an accepted one
 * @param field what is at fault, {@code value} what stands there, cut to 200 characters
 * @param message one Chinese sentence; absent for accepted and skipped rows
 * @param warnings codes, in alphabetical order; none for rejected rows
 * @param normalised what was read, under the keys of the expected files; empty for skipped rows
 * @param number the hazard in the ledger
 * @param about party, place and description as they stand in the row, so that a person knows which one is meant
 */
record RowResult(
        @Nullable String sheet,
        int row,
        Outcome outcome,
        @Nullable String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String message,
        List<String> warnings,
        @Nullable Place duplicateOf,
        Map<String, @Nullable String> normalised,
        @Nullable String number,
        @Nullable String about) {

    /** What may become of a row. */
    enum Outcome {
        ACCEPTED,
        REJECTED,
        DUPLICATE,
        SKIPPED
    }

    /** Whether a person has to decide whether this is a hazard of its own. */
    boolean isHeldBack() {
        return Reason.DUPLICATE_NEAR.name().equals(code);
    }
}
