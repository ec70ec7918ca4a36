package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.exchange.RowResult.Outcome;
import org.bihuan.exchange.TableVerdict.Fate;
import org.bihuan.organisation.Organisation;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a table and has it judged and taken in, all of it in one transaction: whoever dies on the way has changed nothing. */
@Component
class TableRun {
    private final Batches batches;
    private final List<TableIntake> intakes;
    private final Organisation organisation;
    private final RowMessages messages;
    private final ImportRefusals refusals;
    private final TransactionTemplate transaction;

    TableRun(
            Batches batches,
            List<TableIntake> intakes,
            Organisation organisation,
            MessageSource messages,
            ImportRefusals refusals,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.intakes = intakes;
        this.organisation = organisation;
        this.messages = new RowMessages(messages);
        this.refusals = refusals;
        this.transaction = transaction;
    }

    /** @throws NotVisible when there is no such table */
    TableIntake intake(String subject) {
        return intakes.stream()
                .filter(intake -> intake.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new NotVisible("table"));
    }

    void perform(Batch batch) {
        try {
            var table = read(batch, LedgerFile.read(batch.fileName(), batches.content(batch)));
            transaction.executeWithoutResult(
                    status -> batches.expect(batch.id(), table.rows().size()));
            transaction.executeWithoutResult(status -> take(batch, table));
        } catch (InvalidInput | UnknownColumns | NotAllowed refused) {
            transaction.executeWithoutResult(status -> batches.fail(batch.id(), refusals.of(refused)));
        }
    }

    TableFile read(Batch batch, LedgerFile file) {
        return TableFile.of(file, intake(batch.subject()).columns());
    }

    private void take(Batch batch, TableFile table) {
        if (!batches.isStillOurs(batch.id())) {
            throw new IllegalStateException("import " + batch.id() + " has gone to another node");
        }
        var by = organisation.person(batch.broughtBy()).orElseThrow();
        var verdicts = intake(batch.subject()).take(table.rows(), by, batch.dryRun());
        var results = new ArrayList<RowResult>(verdicts.size());
        for (int at = 0; at < verdicts.size(); at++) {
            var verdict = verdicts.get(at);
            results.add(result(table.places().get(at), verdict, twin(verdict, table.places())));
        }
        batches.judged(
                batch.id(), results, table.notes().stream().map(messages::note).toList());
        batches.finish(batch.id());
    }

    private static @Nullable Place twin(TableVerdict verdict, List<Place> places) {
        return verdict.twin() == null ? null : places.get(verdict.twin());
    }

    private static RowResult result(Place place, TableVerdict verdict, @Nullable Place twin) {
        return new RowResult(
                place.sheet(),
                place.row(),
                outcome(verdict.fate()),
                verdict.fate() == Fate.TWICE ? Reason.DUPLICATE_EXACT.name() : verdict.code(),
                verdict.field(),
                verdict.value(),
                verdict.message(),
                verdict.warnings(),
                twin,
                new HashMap<>(verdict.normalised()),
                null,
                verdict.about());
    }

    private static Outcome outcome(Fate fate) {
        return switch (fate) {
            case NEW, CHANGED -> Outcome.ACCEPTED;
            case UNCHANGED, TWICE -> Outcome.DUPLICATE;
            case REJECTED -> Outcome.REJECTED;
        };
    }
}
