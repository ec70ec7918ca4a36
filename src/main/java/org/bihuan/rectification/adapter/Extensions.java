package org.bihuan.rectification.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.domain.Extension;
import org.bihuan.rectification.domain.Extension.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests for an extension and their decisions. */
@Repository
public class Extensions {
    private final JdbcClient jdbc;

    Extensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void ask(HazardNumber hazard, Extension request) {
        jdbc.sql("""
                        insert into extension (hazard, seq, round, asked_on, asked_by, due_on, wished_on, reason, interim_controls,
                                               late, rework, decider, decide_by)
                        select :hazard, coalesce(max(seq), 0) + 1, :round, :askedOn, :askedBy, :dueOn, :wishedOn, :reason,
                               :interimControls, :late, :rework, :decider, :decideBy
                        from extension where hazard = :hazard
                        """)
                .param("hazard", hazard.value())
                .param("round", request.round())
                .param("askedOn", request.askedOn())
                .param("askedBy", request.askedBy().value())
                .param("dueOn", request.dueOn())
                .param("wishedOn", request.wishedOn())
                .param("reason", request.reason())
                .param("interimControls", request.interimControls())
                .param("late", request.late())
                .param("rework", request.rework())
                .param("decider", request.decider())
                .param("decideBy", request.decideBy())
                .update();
    }

    /** Ends the pending request. */
    public void end(
            HazardNumber hazard,
            Outcome outcome,
            @Nullable LocalDate grantedOn,
            @Nullable String opinion,
            LocalDate on,
            PersonId by) {
        jdbc.sql("""
                        update extension
                        set outcome = :outcome, granted_on = :grantedOn, opinion = :opinion, ended_on = :on, ended_by = :by
                        where hazard = :hazard and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("grantedOn", grantedOn)
                .param("opinion", opinion)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", hazard.value())
                .update();
    }

    /** Another group decides on the pending request; its day stays. */
    public void handOver(HazardNumber hazard, String decider) {
        jdbc.sql("update extension set decider = :decider where hazard = :hazard and outcome is null")
                .param("decider", decider)
                .param("hazard", hazard.value())
                .update();
    }

    public Optional<Extension> pending(HazardNumber hazard) {
        return of(hazard).stream().filter(request -> request.outcome() == null).findFirst();
    }

    /** All of a case, the oldest first. */
    public List<Extension> of(HazardNumber hazard) {
        return jdbc.sql("select * from extension where hazard = :hazard order by seq")
                .param("hazard", hazard.value())
                .query(Extensions::read)
                .list();
    }

    private static Extension read(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        var endedBy = row.getString("ended_by");
        return new Extension(
                row.getInt("round"),
                row.getObject("asked_on", LocalDate.class),
                PersonId.of(row.getString("asked_by")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("wished_on", LocalDate.class),
                row.getString("reason"),
                row.getString("interim_controls"),
                row.getBoolean("late"),
                row.getBoolean("rework"),
                row.getString("decider"),
                row.getObject("decide_by", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("granted_on", LocalDate.class),
                row.getString("opinion"),
                endedBy == null ? null : PersonId.of(endedBy));
    }
}
