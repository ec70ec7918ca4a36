package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Where files are handed in: ledgers by the committee office, tables of another kind by whom their owners admit. Nobody else does. */
@Service
class ImportDesk {
    private final Batches batches;
    private final ImportQueue queue;
    private final ImportRun run;
    private final TableRun tables;
    private final CurrentPerson current;
    private final CountyTime time;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    ImportDesk(
            Batches batches,
            ImportQueue queue,
            ImportRun run,
            TableRun tables,
            CurrentPerson current,
            CountyTime time,
            TransactionTemplate transaction,
            MessageSource messages) {
        this.batches = batches;
        this.queue = queue;
        this.run = run;
        this.tables = tables;
        this.current = current;
        this.time = time;
        this.transaction = transaction;
        this.messages = messages;
    }

    /**
     * @param parameters {@code dryRun}, {@code asOf}, {@code mapping}
     * @param patience how long to wait for the end
     * @throws InvalidInput for a parameter that cannot be read, or a file that is empty or too large
     */
    UUID handIn(@Nullable String fileName, byte[] content, Map<String, String> parameters, Duration patience) {
        var by = committeeOffice();
        var fields = new Fields(parameters, time.zone());
        var dryRun = dryRun(fields);
        var asOf = fields.day("asOf").orElse(time.today());
        var mapping = fields.text("mapping", 20_000).orElse("");
        checkSize(content, fields);
        run.mapping(mapping); // refuses now what it would refuse later
        return queue(Batch.LEDGER, fileName, content, dryRun, asOf, mapping, by, patience);
    }

    /**
     * Hands a table of another kind in.
     *
     * @param parameters {@code dryRun}
     * @throws NotVisible when there is no such kind
     */
    UUID handInTable(String subject, List<MultipartFile> files, Map<String, String> parameters, Duration patience)
            throws IOException {
        var by = current.get();
        tables.intake(subject).admit(by);
        var file = only(files);
        var content = file.getBytes();
        var fields = new Fields(parameters, time.zone());
        var dryRun = dryRun(fields);
        checkSize(content, fields);
        return queue(subject, file.getOriginalFilename(), content, dryRun, time.today(), "", by, patience);
    }

    /** Writes all there is of a table as a workbook. @return what people call it */
    String writeTable(String subject, OutputStream to) throws IOException {
        var intake = tables.intake(subject);
        intake.admit(current.get());
        var name = messages.getMessage("table." + subject, null, Locale.SIMPLIFIED_CHINESE);
        TableWorkbook.write(name, intake.columns(), intake.present(), to);
        return name;
    }

    /** @throws InvalidInput for two files, because one would be lost in silence */
    static MultipartFile only(List<MultipartFile> files) {
        if (files.size() > 1) {
            throw new InvalidInput("file", "ONE_AT_A_TIME");
        }
        return files.get(0);
    }

    private static boolean dryRun(Fields fields) {
        return fields.yesOrNo("dryRun").orElse(false);
    }

    private static void checkSize(byte[] content, Fields fields) {
        if (content.length == 0) {
            fields.refuse("file", "FILE_EMPTY");
        } else if (content.length > LedgerFile.MAX_BYTES) {
            fields.refuse("file", "FILE_TOO_LARGE", "20");
        }
        fields.check();
    }

    private UUID queue(
            String subject,
            @Nullable String fileName,
            byte[] content,
            boolean dryRun,
            LocalDate asOf,
            String mapping,
            Person by,
            Duration patience) {
        var batch = new Batch(
                UUID.randomUUID(),
                subject,
                sha256(content),
                shortened(fileName),
                dryRun,
                asOf,
                mapping,
                by.id(),
                time.now(),
                Batch.State.QUEUED,
                false,
                0,
                0,
                "[]",
                null);
        transaction.executeWithoutResult(status -> batches.queue(batch, content));
        queue.runFor(patience);
        return batch.id();
    }

    /** @throws NotAllowed for what somebody else may bring in */
    Batch get(UUID id) {
        var reader = current.get();
        var batch = batches.find(id);
        if (batch.filter(found -> !found.isOfALedger()).isPresent()) {
            tables.intake(batch.get().subject()).admit(reader);
        } else if (batch.isPresent() || !reader.is(Role.ADMIN)) {
            committeeOffice();
        }
        return batch.orElseThrow(() -> new NotVisible(id.toString()));
    }

    List<Batch> latest() {
        committeeOffice();
        return batches.latest(20);
    }

    Failure failure(Batch batch) {
        return batches.failure(batch);
    }

    /** The full answer, row by row. */
    ImportReport report(Batch batch) {
        return ImportReport.of(batch, batches.rows(batch.id()));
    }

    /** Writes the rows that were not taken, in the sender's own layout, each with its reason. */
    LedgerFile.Kind writeRejected(Batch batch, OutputStream to) throws IOException {
        var reasons = new HashMap<Place, String>();
        for (var row : batches.rows(batch.id())) {
            if (row.result().outcome() == RowResult.Outcome.REJECTED) {
                reasons.put(
                        ImportRun.place(row.result()),
                        Objects.toString(row.result().message(), ""));
            }
        }
        var file = run.file(batch);
        var headers = batch.isOfALedger()
                ? HeaderSearch.inAll(file.sheets(), run.mapping(batch))
                : tables.read(batch, file).headers();
        new RejectedRows(messages.getMessage("import.reasonHeader", null, Locale.SIMPLIFIED_CHINESE))
                .write(file, headers, reasons, to);
        return file.kind();
    }

    /**
     * Settles rows held back as nearly twice there, all or none.
     *
     * @throws Conflict {@code ROW_SETTLED} when somebody was faster
     */
    void decide(Batch batch, List<? extends @Nullable Map<String, Object>> decisions) {
        if (!batch.isOfALedger() || batch.dryRun() || batch.state() != Batch.State.DONE) {
            throw new Conflict("IMPORT_NOT_OPEN");
        }
        var take = new ArrayList<Place>();
        transaction.executeWithoutResult(status -> {
            for (var decision : decisions) {
                var fields = new Fields(decision == null ? Map.of() : decision, time.zone());
                var row = fields.requiredInteger("row", 1, Integer.MAX_VALUE);
                var what = fields.requiredText("decision", 4);
                if (!what.equals("TAKE") && !what.equals("DROP")) {
                    fields.refuse("decision", "NOT_A_CHOICE");
                }
                var sheet = fields.text("sheet", 100).orElse(null);
                fields.check();
                var place = new Place(sheet, row);
                if (!batches.decide(batch.id(), place, what)) {
                    throw new Conflict("ROW_SETTLED", row);
                }
                if (what.equals("TAKE")) {
                    take.add(place);
                }
            }
            if (!take.isEmpty()) {
                run.takeIn(batch, take, run.entries(batch));
            }
        });
    }

    private Person committeeOffice() {
        var person = current.get();
        if (!person.is(Role.COMMITTEE_OFFICE)) {
            throw new NotAllowed("IMPORT");
        }
        return person;
    }

    private static String shortened(@Nullable String fileName) {
        var name =
                fileName == null || fileName.isBlank() ? "ledger" : fileName.replaceAll("[\\p{Cntrl}\\p{Cs}/\\\\]", "");
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
