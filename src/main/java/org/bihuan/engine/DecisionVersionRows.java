package org.bihuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.engine.DecisionVersions.Version;
import org.bihuan.organisation.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All versions of all decision tables that were ever in force. */
@Repository
class DecisionVersionRows {
    private final JdbcClient jdbc;

    DecisionVersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version as the evaluation needs it.
     *
     * @param definition id in the engine
     * @param form hash of its columns: versions of one form answer the same questions
     */
    record Deployed(String decision, int version, String definition, Instant since, String form) {}

    void takeTurns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('bihuan decision tables'))")
                .query((row, n) -> n)
                .list();
    }

    List<Deployed> deployed() {
        return jdbc.sql("""
                        select decision, version, definition, in_force_since, form from decision_version
                        order by decision, version
                        """)
                .query((row, n) -> new Deployed(
                        row.getString("decision"),
                        row.getInt("version"),
                        row.getString("definition"),
                        since(row),
                        row.getString("form")))
                .list();
    }

    List<Version> of(String decision) {
        return jdbc.sql("select * from decision_version where decision = :decision order by version")
                .param("decision", decision)
                .query(DecisionVersionRows::read)
                .list();
    }

    Optional<String> definition(String decision, int version) {
        return jdbc.sql("select definition from decision_version where decision = :decision and version = :version")
                .param("decision", decision)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    void add(Version version, String definition, String form) {
        jdbc.sql("""
                        insert into decision_version (decision, version, definition, form, origin, in_force_since, put_by, reason,
                                                      sha256, shipped_sha256)
                        values (:decision, :version, :definition, :form, :origin, :since, :by, :reason, :sha256, :shipped)
                        """)
                .param("decision", version.decision())
                .param("version", version.version())
                .param("definition", definition)
                .param("form", form)
                .param("origin", version.origin().name())
                .param("since", version.since().atOffset(ZoneOffset.UTC))
                .param("by", version.by() == null ? null : version.by().value(), Types.VARCHAR)
                .param("reason", version.reason())
                .param("sha256", version.sha256())
                .param("shipped", version.shipped())
                .update();
    }

    private static Version read(ResultSet row, int index) throws SQLException {
        var by = row.getString("put_by");
        return new Version(
                row.getString("decision"),
                row.getInt("version"),
                Origin.valueOf(row.getString("origin")),
                since(row),
                by == null ? null : PersonId.of(by),
                row.getString("reason"),
                row.getString("sha256"),
                row.getString("shipped_sha256"));
    }

    private static Instant since(ResultSet row) throws SQLException {
        return row.getObject("in_force_since", OffsetDateTime.class).toInstant();
    }
}
