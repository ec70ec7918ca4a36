package org.bihuan.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables that wait for their confirmation. */
@Repository
class Drafts {
    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Draft draft, byte[] file) {
        jdbc.sql("""
                        insert into decision_draft (id, decision, after_version, file, made_by, made_at)
                        values (:id, :decision, :after, :file, :by, :at)
                        """)
                .param("id", draft.id())
                .param("decision", draft.decision())
                .param("after", draft.after())
                .param("file", file)
                .param("by", draft.by().value())
                .param("at", draft.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from decision_draft where id = :id")
                .param("id", id)
                .query(Drafts::read)
                .optional();
    }

    byte[] file(UUID id) {
        return jdbc.sql("select file from decision_draft where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("file"))
                .single();
    }

    /** @return whether it was still there: of two who confirm at once one gets it */
    boolean remove(UUID id) {
        return jdbc.sql("delete from decision_draft where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What nobody has confirmed since then is forgotten. */
    void removeOlderThan(Instant moment) {
        jdbc.sql("delete from decision_draft where made_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Draft read(ResultSet row, int index) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("decision"),
                row.getInt("after_version"),
                PersonId.of(row.getString("made_by")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
