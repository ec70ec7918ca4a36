package org.bihuan.hazard.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.LogHead;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.shared.CountyTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only log of all cases. Entries are chained here and written with the hazard's row, never beside it. */
@Repository
class CaseLog {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;
    private final CountyTime time;

    CaseLog(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json, CountyTime time) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.time = time;
    }

    WrittenEntry chain(HazardNumber hazard, LogHead before, LogEntry entry) {
        var by = entry.by() == null ? null : entry.by().value();
        var at = ChainedHash.asStored(time.now());
        var seq = before.seq() + 1;
        var data = asJson(entry);
        var hash = ChainedHash.of(before.hash(), hazard.value(), seq, at, by, entry.kind(), data);
        return new WrittenEntry(hazard, seq, at, by, entry.kind(), data, hash, before.hash());
    }

    void add(List<WrittenEntry> entries) {
        batch.batchUpdate("""
                insert into case_log (hazard, seq, at, by_person, kind, data, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, entries, 200, (statement, entry) -> {
            statement.setString(1, entry.hazard().value());
            statement.setInt(2, entry.seq());
            statement.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
            statement.setString(4, entry.by());
            statement.setString(5, entry.kind().name());
            statement.setString(6, entry.data());
            statement.setString(7, entry.previousHash());
            statement.setString(8, entry.hash());
        });
    }

    List<WrittenEntry> of(HazardNumber hazard) {
        return jdbc.sql("select * from case_log where hazard = :hazard order by seq")
                .param("hazard", hazard.value())
                .query(CaseLog::read)
                .list();
    }

    /** The first entry that does not follow from the one before, or a row that claims another head than its last entry. */
    Optional<WrittenEntry> firstForged(HazardNumber hazard) {
        var expected = LogHead.START;
        for (var entry : of(hazard)) {
            var hash = ChainedHash.of(
                    expected.hash(),
                    hazard.value(),
                    expected.seq() + 1,
                    entry.at(),
                    entry.by(),
                    entry.kind(),
                    entry.data());
            if (entry.seq() != expected.seq() + 1
                    || !entry.previousHash().equals(expected.hash())
                    || !entry.hash().equals(hash)) {
                return Optional.of(entry);
            }
            expected = new LogHead(entry.seq(), entry.hash());
        }
        return Optional.empty();
    }

    private static WrittenEntry read(ResultSet row, int index) throws SQLException {
        return new WrittenEntry(
                HazardNumber.of(row.getString("hazard")),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_person"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("data"),
                row.getString("hash"),
                row.getString("previous_hash"));
    }

    private String asJson(LogEntry entry) {
        try {
            return json.writeValueAsString(entry.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a log entry are texts and numbers", e);
        }
    }
}
