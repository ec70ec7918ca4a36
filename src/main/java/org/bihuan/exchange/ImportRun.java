package org.bihuan.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Takeover;
import org.bihuan.organisation.Organisation;
import org.bihuan.rectification.IncomingLedger;
import org.bihuan.shared.InvalidInput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file, judges all its rows in one step, then takes the accepted ones in, chunk by chunk. Each chunk is one transaction
 * that also writes which row has become which hazard: a run that dies half-way goes on where it ended and doubles nothing.
 */
@Component
class ImportRun {
    private static final int CHUNK = 200;
    private static final TypeReference<Map<String, Object>> COLUMNS = new TypeReference<>() {};

    private final Batches batches;
    private final Organisation organisation;
    private final CountyCalendar calendar;
    private final Criteria criteria;
    private final LedgerMatches ledger;
    private final IncomingLedger incoming;
    private final RowMessages messages;
    private final ImportRefusals refusals;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    ImportRun(
            Batches batches,
            Organisation organisation,
            CountyCalendar calendar,
            Criteria criteria,
            LedgerMatches ledger,
            IncomingLedger incoming,
            MessageSource messages,
            ImportRefusals refusals,
            ObjectMapper json,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.organisation = organisation;
        this.calendar = calendar;
        this.criteria = criteria;
        this.ledger = ledger;
        this.incoming = incoming;
        this.messages = new RowMessages(messages);
        this.refusals = refusals;
        this.json = json;
        this.transaction = transaction;
    }

    /** Runs a claimed batch to its end; a file that cannot be read ends as FAILED with its reason. */
    void perform(Batch batch) {
        try {
            if (!batch.isJudged()) {
                judge(batch);
            }
            if (!batch.dryRun()) {
                takeIn(batch);
            }
            transaction.executeWithoutResult(status -> batches.finish(batch.id()));
        } catch (InvalidInput | UnknownHeaders refused) {
            transaction.executeWithoutResult(status -> batches.fail(batch.id(), refusals.of(refused)));
        }
    }

    private void judge(Batch batch) {
        var outline = reading(ledger).read(file(batch), mapping(batch), batch.asOf());
        var results = outline.rows().stream().map(LedgerReading.Judged::result).toList();
        var notes = outline.notes().stream().map(messages::note).toList();
        transaction.executeWithoutResult(status -> batches.judged(batch.id(), results, notes));
    }

    private void takeIn(Batch batch) {
        var wanted = new ArrayList<Place>();
        int settled = 0;
        for (var row : batches.rows(batch.id())) {
            if (row.result().outcome() == RowResult.Outcome.ACCEPTED && row.number() == null) {
                wanted.add(place(row.result()));
            } else {
                settled++;
            }
        }
        var entries = entries(batch);
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            var chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
            var done = settled + from + chunk.size();
            var isOurs = transaction.execute(status -> {
                if (!batches.isStillOurs(batch.id())) {
                    return false;
                }
                takeIn(batch, chunk, entries);
                batches.progress(batch.id(), done);
                return true;
            });
            if (!Boolean.TRUE.equals(isOurs)) {
                throw new IllegalStateException("import " + batch.id() + " has gone to another node");
            }
        }
    }

    /** In the caller's transaction. */
    void takeIn(Batch batch, List<Place> places, Map<Place, LedgerEntry> entries) {
        var by = organisation.person(batch.broughtBy()).orElseThrow();
        var rows = new ArrayList<Takeover>(places.size());
        for (var place : places) {
            var entry = entries.get(place);
            if (entry == null) {
                throw new IllegalStateException("an accepted row has an entry: " + place);
            }
            rows.add(TakeoverOf.row(entry, batch.broughtBy()));
        }
        var taken = incoming.takeOver(rows, by);
        var numbers = new HashMap<Place, HazardNumber>();
        for (int i = 0; i < places.size(); i++) {
            numbers.put(places.get(i), taken.get(i).number());
        }
        batches.taken(batch.id(), numbers);
    }

    /** What the rows say, by place; read without the ledger, which may hold some of them by now. */
    Map<Place, LedgerEntry> entries(Batch batch) {
        var entries = new HashMap<Place, LedgerEntry>();
        for (var judged : reading(LedgerMatches.NONE)
                .read(file(batch), mapping(batch), batch.asOf())
                .rows()) {
            if (judged.entry() != null) {
                entries.put(place(judged.result()), judged.entry());
            }
        }
        return entries;
    }

    LedgerFile file(Batch batch) {
        return LedgerFile.read(batch.fileName(), batches.content(batch));
    }

    HandMapping mapping(Batch batch) {
        return mapping(batch.mapping());
    }

    /** @throws InvalidInput field {@code mapping}, when it is no JSON object of header and column */
    HandMapping mapping(String text) {
        try {
            return text.isBlank() ? HandMapping.NONE : HandMapping.of(json.readValue(text, COLUMNS));
        } catch (JsonProcessingException e) {
            throw new InvalidInput("mapping", "NOT_JSON");
        }
    }

    static Place place(RowResult result) {
        return new Place(result.sheet(), result.row());
    }

    private LedgerReading reading(LedgerMatches matches) {
        return new LedgerReading(organisation, calendar.workingDays(), criteria, matches, messages);
    }
}
