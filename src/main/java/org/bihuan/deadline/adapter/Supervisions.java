package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.Supervision.Action;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All 督办, and who wants to be left alone until when. */
@Repository
public class Supervisions {
    private final JdbcClient jdbc;

    Supervisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param clock its own */
    public void open(Clock clock, String step) {
        jdbc.sql("""
                        insert into supervision (hazard, kind, term, step, supervisor, opened_on)
                        values (:hazard, :kind, :term, :step, :supervisor, :openedOn)
                        """)
                .param("hazard", clock.hazard().value())
                .param("kind", clock.kind().name())
                .param("term", clock.term())
                .param("step", step)
                .param("supervisor", clock.owner().code())
                .param("openedOn", clock.startedOn())
                .update();
    }

    /** The one that was just opened gets its task. */
    public Supervision bind(HazardNumber hazard, String task) {
        return jdbc.sql("""
                        update supervision set task = :task where hazard = :hazard and task is null and outcome is null returning *
                        """)
                .param("task", task)
                .param("hazard", hazard.value())
                .query(Supervisions::read)
                .single();
    }

    public Optional<String> openTask(HazardNumber hazard, ClockKind kind) {
        return jdbc.sql("""
                        select task from supervision
                        where hazard = :hazard and kind = :kind and outcome is null and task is not null
                        """)
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    public Optional<Supervision> ofTask(String task) {
        return jdbc.sql("select * from supervision where task = :task and outcome is null")
                .param("task", task)
                .query(Supervisions::read)
                .optional();
    }

    public void answer(
            Supervision open,
            Action action,
            String opinion,
            @Nullable LocalDate quietUntil,
            LocalDate on,
            PersonId by) {
        jdbc.sql("""
                        update supervision
                        set outcome = 'ANSWERED', action = :action, opinion = :opinion, quiet_until = :quietUntil, ended_on = :on,
                            answered_by = :by
                        where (hazard, kind, term) = (:hazard, :kind, :term)
                        """)
                .param("action", action.name())
                .param("opinion", opinion)
                .param("quietUntil", quietUntil, Types.DATE)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", open.hazard().value())
                .param("kind", open.kind().name())
                .param("term", open.term())
                .update();
    }

    /** Those of a case that wait for an answer. */
    public List<Supervision> open(HazardNumber hazard) {
        return of(hazard).stream()
                .filter(supervision -> supervision.outcome() == null)
                .toList();
    }

    /** Another group answers from now on. @return the task of the old one, if it has come to be */
    public Optional<String> handOver(Supervision open, String supervisor) {
        return jdbc.sql("""
                        with asked as (
                            select * from supervision where (hazard, kind, term) = (:hazard, :kind, :term) for update),
                        handed as (
                            update supervision s set supervisor = :supervisor, task = null from asked a
                            where (s.hazard, s.kind, s.term) = (a.hazard, a.kind, a.term))
                        select task from asked where task is not null
                        """)
                .param("supervisor", supervisor)
                .param("hazard", open.hazard().value())
                .param("kind", open.kind().name())
                .param("term", open.term())
                .query(String.class)
                .optional();
    }

    /** Ends all open ones of a case. @return how many */
    public int recall(HazardNumber hazard, Outcome why, LocalDate on) {
        return jdbc.sql("""
                        update supervision set outcome = :why, ended_on = :on where hazard = :hazard and outcome is null
                        """)
                .param("why", why.name())
                .param("on", on)
                .param("hazard", hazard.value())
                .update();
    }

    public void quiet(HazardNumber hazard, Collection<String> recipients, LocalDate until) {
        jdbc.sql("""
                        insert into quiet (hazard, recipient, until)
                        select :hazard, recipient, :until from unnest(cast(:recipients as text[])) as somebody (recipient)
                        on conflict on constraint pk_quiet do update set until = excluded.until
                        """)
                .param("hazard", hazard.value())
                .param("until", until)
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }

    public List<Supervision> of(HazardNumber hazard) {
        return jdbc.sql("select * from supervision where hazard = :hazard order by opened_on, kind, term")
                .param("hazard", hazard.value())
                .query(Supervisions::read)
                .list();
    }

    private static Supervision read(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        var action = row.getString("action");
        var answeredBy = row.getString("answered_by");
        return new Supervision(
                HazardNumber.of(row.getString("hazard")),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("term"),
                row.getString("step"),
                row.getString("supervisor"),
                row.getObject("opened_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("ended_on", LocalDate.class),
                action == null ? null : Action.valueOf(action),
                row.getString("opinion"),
                row.getObject("quiet_until", LocalDate.class),
                answeredBy == null ? null : PersonId.of(answeredBy));
    }
}
