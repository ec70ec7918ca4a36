package org.bihuan.masterdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.organisation.PersonId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed which master data when, from what to what. Rows are only added. */
@Repository
class ChangeLog {
    private static final TypeReference<TreeMap<String, String>> COLUMNS = new TypeReference<>() {};
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    ChangeLog(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** A change as it was made. */
    record Entry(long id, Instant at, PersonId by, Change change) {}

    void add(List<Change> changes, PersonId by, Instant at) {
        batch.batchUpdate("""
                insert into master_data_change (changed_at, changed_by, subject, key, about, before, after)
                values (?, ?, ?, ?, ?, ?, ?)
                """, changes, CHUNK, (statement, change) -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, by.value());
            statement.setString(3, change.subject());
            statement.setString(4, change.key());
            statement.setString(5, change.about());
            statement.setString(6, asJson(change.before()));
            statement.setString(7, asJson(change.after()));
        });
    }

    /**
     * The latest first.
     *
     * @param beforeId only older ones; {@link Long#MAX_VALUE}: from the latest on
     * @param subject of one table only; empty: of all
     * @param key of one thing only; empty: of all
     */
    List<Entry> latest(long beforeId, String subject, String key, int atMost) {
        return jdbc.sql("""
                        select * from master_data_change
                        where id < :beforeId and (:subject = '' or subject = :subject) and (:key = '' or key = :key)
                        order by id desc limit :atMost
                        """)
                .param("beforeId", beforeId)
                .param("subject", subject)
                .param("key", key)
                .param("atMost", atMost)
                .query((row, index) -> new Entry(
                        row.getLong("id"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        PersonId.of(row.getString("changed_by")),
                        new Change(
                                row.getString("subject"),
                                row.getString("key"),
                                row.getString("about"),
                                fromJson(row.getString("before")),
                                fromJson(row.getString("after")))))
                .list();
    }

    /** Rises with every change of a thing; 0 for one that nobody has changed by this way. */
    long revision(String subject, String key) {
        return jdbc.sql("select coalesce(max(id), 0) from master_data_change where subject = :subject and key = :key")
                .param("subject", subject)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private String asJson(Map<String, String> columns) {
        try {
            return json.writeValueAsString(new TreeMap<>(columns));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("columns are plain texts", e);
        }
    }

    private Map<String, String> fromJson(String text) {
        try {
            return json.readValue(text, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
