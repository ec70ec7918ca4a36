package org.bihuan.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All imports with their files and rows. */
@Repository
class Batches {
    /** Any fixed number: one import runs at a time in the whole county, because rows are compared with the ledger. */
    private static final long ONE_AT_A_TIME = 341_721_002L;

    private static final String LEASE = "interval '60 s'";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    Batches(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    void queue(Batch wanted, byte[] content) {
        jdbc.sql("insert into import_file (sha256, bytes) values (:sha, :bytes) on conflict do nothing")
                .param("sha", wanted.file())
                .param("bytes", content)
                .update();
        jdbc.sql("""
                        insert into import_batch (id, subject, file, file_name, dry_run, as_of, mapping, brought_by, brought_at, state)
                        values (:id, :subject, :file, :fileName, :dryRun, :asOf, :mapping, :by, :at, 'QUEUED')
                        """)
                .param("id", wanted.id())
                .param("subject", wanted.subject())
                .param("file", wanted.file())
                .param("fileName", wanted.fileName())
                .param("dryRun", wanted.dryRun())
                .param("asOf", wanted.asOf())
                .param("mapping", wanted.mapping())
                .param("by", wanted.broughtBy().value())
                .param("at", wanted.broughtAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the next batch that waits, or one whose node has died; none while another one runs. */
    Optional<Batch> claim() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query((row, index) -> true)
                .list();
        return jdbc.sql("""
                        update import_batch set state = 'RUNNING', lease_until = now() + %s
                        where id = (select id from import_batch
                                    where state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())
                                    order by brought_at limit 1)
                          and not exists (select from import_batch where state = 'RUNNING' and lease_until >= now())
                          and (state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())) -- still, if it had to be waited for
                        returning *
                        """.formatted(LEASE)).query(Batches::read).optional();
    }

    /** Whether this node still holds the batch; renews its lease. Rows are taken in only in a transaction that asked. */
    boolean isStillOurs(UUID id) {
        return jdbc.sql("""
                                update import_batch set lease_until = now() + %s
                                where id = :id and state = 'RUNNING' and lease_until >= now()
                                """.formatted(LEASE)).param("id", id).update() == 1;
    }

    byte[] content(Batch wanted) {
        return jdbc.sql("select bytes from import_file where sha256 = :sha")
                .param("sha", wanted.file())
                .query((row, index) -> row.getBytes("bytes"))
                .single();
    }

    /** How many rows it has; none of them is settled. */
    void expect(UUID id, int rows) {
        jdbc.sql("update import_batch set rows_total = :rows where id = :id")
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    void judged(UUID id, List<RowResult> rows, List<String> notes) {
        batch.batchUpdate("""
                insert into import_row (batch, ordinal, sheet, row_no, outcome, code, result) values (?, ?, ?, ?, ?, ?, ?)
                """, IntStream.range(0, rows.size()).boxed().toList(), 500, (statement, ordinal) -> {
            var row = rows.get(ordinal);
            statement.setObject(1, id);
            statement.setInt(2, ordinal);
            statement.setString(3, row.sheet() == null ? "" : row.sheet());
            statement.setInt(4, row.row());
            statement.setString(5, row.outcome().name());
            statement.setString(6, row.code());
            statement.setString(7, asJson(row));
        });
        jdbc.sql("update import_batch set is_judged = true, rows_total = :rows, notes = :notes where id = :id")
                .param("rows", rows.size())
                .param("notes", asJson(notes))
                .param("id", id)
                .update();
    }

    void taken(UUID id, Map<Place, HazardNumber> numbers) {
        batch.batchUpdate(
                "update import_row set number = ? where batch = ? and sheet = ? and row_no = ?",
                numbers.entrySet(),
                500,
                (statement, taken) -> {
                    statement.setString(1, taken.getValue().value());
                    statement.setObject(2, id);
                    statement.setString(
                            3,
                            taken.getKey().sheet() == null ? "" : taken.getKey().sheet());
                    statement.setInt(4, taken.getKey().row());
                });
    }

    void progress(UUID id, int done) {
        jdbc.sql("update import_batch set rows_done = :done where id = :id")
                .param("done", done)
                .param("id", id)
                .update();
    }

    void finish(UUID id) {
        jdbc.sql("update import_batch set state = 'DONE', rows_done = rows_total, lease_until = null where id = :id")
                .param("id", id)
                .update();
    }

    void fail(UUID id, Failure failure) {
        jdbc.sql("update import_batch set state = 'FAILED', failure = :failure, lease_until = null where id = :id")
                .param("failure", asJson(failure))
                .param("id", id)
                .update();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from import_batch where id = :id")
                .param("id", id)
                .query(Batches::read)
                .optional();
    }

    /** Ledgers only. */
    List<Batch> latest(int atMost) {
        return jdbc.sql("""
                        select * from import_batch where subject = :ledger order by brought_at desc limit :atMost
                        """)
                .param("ledger", Batch.LEDGER)
                .param("atMost", atMost)
                .query(Batches::read)
                .list();
    }

    /** The rows as judged, in file order, with what has become of them since. */
    List<StoredRow> rows(UUID id) {
        return jdbc.sql("select result, number, decision from import_row where batch = :id order by ordinal")
                .param("id", id)
                .query((row, index) -> new StoredRow(
                        fromJson(row.getString("result")), row.getString("number"), row.getString("decision")))
                .list();
    }

    /** Settles a row that was held back; false when somebody has settled it before. */
    boolean decide(UUID id, Place place, String decision) {
        return jdbc.sql("""
                                update import_row set decision = :decision
                                where batch = :id and sheet = :sheet and row_no = :row and code = 'DUPLICATE_NEAR'
                                  and decision is null
                                """)
                        .param("decision", decision)
                        .param("id", id)
                        .param("sheet", place.sheet() == null ? "" : place.sheet())
                        .param("row", place.row())
                        .update()
                == 1;
    }

    Failure failure(Batch failed) {
        try {
            return json.readValue(failed.failure(), Failure.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private RowResult fromJson(String text) {
        try {
            return json.readValue(text, RowResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private String asJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is plain values", e);
        }
    }

    private static Batch read(ResultSet row, int index) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("file"),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getObject("as_of", LocalDate.class),
                row.getString("mapping"),
                PersonId.of(row.getString("brought_by")),
                row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                Batch.State.valueOf(row.getString("state")),
                row.getBoolean("is_judged"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getString("notes"),
                row.getString("failure"));
    }

    /** @param number the hazard it has become; {@code decision} TAKE or DROP for one that was held back */
    record StoredRow(
            RowResult result,
            @Nullable String number,
            @Nullable String decision) {}
}
