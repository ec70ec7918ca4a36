package org.bihuan.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of all files: those that prove something, for ever, and those that wait for their hazard. */
@Repository
class EvidenceItems {
    /** Held shared by who adds a file until the rows are written, alone by who removes files; so a file never goes while its row comes. */
    static final long STORE_LOCK = 0x6576_6964_656E_6365L; // "evidence"

    private static final String ITEM = """
            select e.id, e.subject, e.stage, e.sha256, f.media_type, e.name, f.bytes, f.taken_at, e.uploaded_by, e.uploaded_at
            from evidence e join evidence_file f using (sha256)
            """;

    private final JdbcClient jdbc;

    EvidenceItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, no file is removed. */
    void keepFiles() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", STORE_LOCK)
                .query(row -> {});
    }

    /** Whether files may be removed until the transaction ends: nobody is adding one now, on any node. */
    boolean mayRemoveFiles() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", STORE_LOCK)
                .query(Boolean.class)
                .single();
    }

    void addFile(Arrival arrival, Findings findings, Instant now) {
        jdbc.sql("""
                        insert into evidence_file (sha256, bytes, media_type, width, height, taken_at, stored_at)
                        values (:sha256, :bytes, :mediaType, :width, :height, :takenAt, :now)
                        on conflict (sha256) do nothing
                        """)
                .param("sha256", arrival.sha256())
                .param("bytes", arrival.bytes())
                .param("mediaType", findings.kind().mediaType())
                .param("width", findings.width())
                .param("height", findings.height())
                .param("takenAt", findings.takenAt() == null ? null : at(findings.takenAt()))
                .param("now", at(now))
                .update();
    }

    /** The subject must be locked: the next ordinal is counted here. */
    void add(UUID id, String subject, Stage stage, String sha256, String name, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into evidence (id, subject, ordinal, stage, sha256, name, uploaded_by, uploaded_at)
                        select :id, :subject, 1 + coalesce(max(ordinal), 0), :stage, :sha256, :name, :by, :at
                        from evidence where subject = :subject
                        """)
                .param("id", id)
                .param("subject", subject)
                .param("stage", stage.name())
                .param("sha256", sha256)
                .param("name", name)
                .param("by", by.value())
                .param("at", at(at))
                .update();
    }

    void addWaiting(UUID id, Stage stage, String sha256, String name, PersonId by, Instant now, Instant keptUntil) {
        jdbc.sql("""
                        insert into waiting_evidence (id, stage, sha256, name, uploaded_by, uploaded_at, kept_until)
                        values (:id, :stage, :sha256, :name, :by, :now, :keptUntil)
                        """)
                .param("id", id)
                .param("stage", stage.name())
                .param("sha256", sha256)
                .param("name", name)
                .param("by", by.value())
                .param("now", at(now))
                .param("keptUntil", at(keptUntil))
                .update();
    }

    /** Takes the person's files that still wait out of the waiting ones; fewer than asked for when some are not there to be taken. */
    List<EvidenceItem> takeWaiting(Collection<UUID> ids, PersonId by, Instant now) {
        return jdbc.sql("""
                        with taken as (
                            delete from waiting_evidence
                            where id in (:ids) and uploaded_by = :by and kept_until > :now returning *)
                        select t.id, null as subject, t.stage, t.sha256, f.media_type, t.name, f.bytes, f.taken_at, t.uploaded_by,
                            t.uploaded_at
                        from taken t join evidence_file f using (sha256)
                        """)
                .param("ids", ids)
                .param("by", by.value())
                .param("now", at(now))
                .query(EvidenceItems::item)
                .list();
    }

    List<EvidenceItem> of(String subject) {
        return jdbc.sql(ITEM + "where e.subject = :subject order by e.ordinal")
                .param("subject", subject)
                .query(EvidenceItems::item)
                .list();
    }

    Optional<EvidenceItem> find(UUID id, Instant now) {
        return jdbc.sql(ITEM + """
                        where e.id = :id
                        union all
                        select w.id, null, w.stage, w.sha256, f.media_type, w.name, f.bytes, f.taken_at, w.uploaded_by, w.uploaded_at
                        from waiting_evidence w join evidence_file f using (sha256)
                        where w.id = :id and w.kept_until > :now
                        """)
                .param("id", id)
                .param("now", at(now))
                .query(EvidenceItems::item)
                .optional();
    }

    int countWaiting(PersonId by) {
        return jdbc.sql("select count(*) from waiting_evidence where uploaded_by = :by")
                .param("by", by.value())
                .query(Integer.class)
                .single();
    }

    /** @return hashes of files of which no row speaks any more */
    List<String> dropExpired(Instant now, int atMost) {
        var expired = jdbc.sql("""
                        delete from waiting_evidence where id in (
                            select id from waiting_evidence where kept_until <= :now order by kept_until limit :atMost)
                        returning sha256
                        """)
                .param("now", at(now))
                .param("atMost", atMost)
                .query(String.class)
                .list();
        return expired.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                delete from evidence_file f
                                where sha256 in (:expired)
                                    and not exists (select from evidence e where e.sha256 = f.sha256)
                                    and not exists (select from waiting_evidence w where w.sha256 = f.sha256)
                                returning sha256
                                """).param("expired", expired).query(String.class).list();
    }

    boolean speakOf(String sha256) {
        return jdbc.sql("select exists (select from evidence_file where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static EvidenceItem item(ResultSet row, int number) throws SQLException {
        var takenAt = row.getObject("taken_at", OffsetDateTime.class);
        return new EvidenceItem(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                Stage.valueOf(row.getString("stage")),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getString("name"),
                row.getLong("bytes"),
                takenAt == null ? null : takenAt.toInstant(),
                PersonId.of(row.getString("uploaded_by")),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
