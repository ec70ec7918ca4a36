package org.bihuan.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What has become of a file, row by row (contract 5).
 *
 * @param rows how many results, skipped ones too
 * @param notes on the file as a whole, a JSON list of Chinese sentences
 */
record ImportReport(
        UUID id,
        Batch.State state,
        boolean dryRun,
        int rows,
        long accepted,
        long rejected,
        long duplicates,
        long skipped,
        @JsonRawValue String notes,
        List<RowResult> results) {

    static ImportReport of(Batch batch, List<Batches.StoredRow> stored) {
        var results = new ArrayList<RowResult>(stored.size());
        stored.forEach(row -> results.add(settled(row)));
        return new ImportReport(
                batch.id(),
                batch.state(),
                batch.dryRun(),
                results.size(),
                count(results, RowResult.Outcome.ACCEPTED),
                count(results, RowResult.Outcome.REJECTED),
                count(results, RowResult.Outcome.DUPLICATE),
                count(results, RowResult.Outcome.SKIPPED),
                batch.notes(),
                results);
    }

    /** A row with the hazard it has become; one held back and then taken counts as accepted. */
    private static RowResult settled(Batches.StoredRow row) {
        var judged = row.result();
        var isTaken = "TAKE".equals(row.decision());
        return new RowResult(
                judged.sheet(),
                judged.row(),
                isTaken ? RowResult.Outcome.ACCEPTED : judged.outcome(),
                isTaken ? null : judged.code(),
                judged.field(),
                judged.value(),
                isTaken ? null : judged.message(),
                judged.warnings(),
                judged.duplicateOf(),
                judged.normalised(),
                row.number() == null ? judged.number() : row.number(),
                judged.about());
    }

    private static long count(List<RowResult> results, RowResult.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
