package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.FiredRung;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.deadline.domain.Step;
import org.bihuan.hazard.HazardNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All rungs and whom they are for. */
@Repository
public class Rungs {
    /** Any fixed number: the advisory lock of the one sweeper of all nodes. */
    private static final long ONE_RUNNER = 341_721_001L;

    /** Behind the due day a pending decision holds everybody's rungs (N12). */
    private static final String NOT_HELD = """
            and not (r.step like '+%' and exists (
                select from clock c where (c.hazard, c.kind, c.term) = (r.hazard, r.kind, r.term) and c.held_until > :now))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Rungs(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Each once (N2): the step that follows one rung may be there already, on behalf of another. */
    public void add(List<Rung> rungs) {
        batch.batchUpdate("""
                        insert into rung (hazard, kind, term, step, fire_at, audience, action, supervision, letter)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint pk_rung do nothing
                        """, rungs, 200, (statement, rung) -> {
            statement.setString(1, rung.hazard().value());
            statement.setString(2, rung.kind().name());
            statement.setInt(3, rung.term());
            statement.setString(4, rung.step());
            statement.setObject(5, rung.fireAt().atOffset(ZoneOffset.UTC));
            statement.setString(6, rung.audience());
            statement.setString(7, rung.action());
            statement.setString(8, rung.supervision());
            statement.setString(9, rung.letter());
        });
    }

    /** Whether this transaction is now the only one that sweeps, on any node; free again when it ends. */
    public boolean becomeTheOneRunner() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", ONE_RUNNER)
                .query(Boolean.class)
                .single();
    }

    /** Hazards with a rung that is due; some of them, in number order. */
    public List<HazardNumber> hazardsWithDueRung(Instant now, int atMost) {
        return jdbc
                .sql("""
                        select distinct hazard from rung r where fired_at is null and fire_at <= :now
                        """ + NOT_HELD + """
                        order by hazard limit :atMost
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(String.class)
                .list()
                .stream()
                .map(HazardNumber::of)
                .toList();
    }

    /** Fires what is due of these hazards, whose rows the caller holds; each rung is given to one caller only (N2). */
    public List<Rung> fire(Collection<HazardNumber> hazards, Instant now) {
        return jdbc.sql("""
                        update rung r set fired_at = :now
                        where hazard = any (:hazards) and fired_at is null and fire_at <= :now
                        """ + NOT_HELD + """
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hazards", hazards.stream().map(HazardNumber::value).toArray(String[]::new))
                .query(Rungs::read)
                .list();
    }

    /** A fired rung for one of those it is for. */
    public record Told(Rung rung, String recipient) {}

    public void tell(List<Told> told, Instant firedAt) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into rung_recipient (hazard, kind, term, step, recipient, fired_at)
                        select hazard, kind, term, step, recipient, :firedAt
                        from unnest(cast(:hazards as text[]), cast(:kinds as text[]), cast(:terms as int[]), cast(:steps as text[]),
                                    cast(:recipients as text[])) as told (hazard, kind, term, step, recipient)
                        on conflict on constraint pk_rung_recipient do nothing
                        """)
                .param("firedAt", firedAt.atOffset(ZoneOffset.UTC))
                .param("hazards", texts(told, line -> line.rung().hazard().value()))
                .param("kinds", texts(told, line -> line.rung().kind().name()))
                .param("terms", told.stream().map(line -> line.rung().term()).toArray(Integer[]::new))
                .param("steps", texts(told, line -> line.rung().step()))
                .param("recipients", texts(told, Told::recipient))
                .update();
    }

    /**
     * Tells those who have heard of a delay from their subordinates how it went on (N13): all whom a rung from +3 of these kinds of
     * clocks has reached.
     *
     * @param stopped the term whose end is the news; told of each term once
     * @param news for example SUBMITTED
     */
    public void tellWatchers(Clock stopped, Collection<ClockKind> watched, String news, Instant now) {
        jdbc.sql("""
                        with watcher as (
                            select distinct recipient from rung_recipient
                            where hazard = :hazard and kind in (:watched)
                              and case when step like '+%' then cast(substr(step, 2) as int) >= :climbsFrom else false end),
                        news as (
                            insert into rung (hazard, kind, term, step, fire_at, fired_at, audience, action)
                            select :hazard, :kind, :term, :step, :now, :now, '', :news where exists (select from watcher)
                            returning hazard, kind, term, step)
                        insert into rung_recipient (hazard, kind, term, step, recipient, fired_at)
                        select news.*, watcher.recipient, :now from news, watcher
                        """)
                .param("hazard", stopped.hazard().value())
                .param("watched", watched.stream().map(ClockKind::name).toList())
                .param("climbsFrom", Step.CLIMBS_FROM)
                .param("kind", stopped.kind().name())
                .param("term", stopped.term())
                .param("step", Step.CLEAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("news", news)
                .update();
    }

    public List<Rung> waiting(HazardNumber hazard) {
        return jdbc.sql("select * from v_waiting_rung where hazard = :hazard order by fire_at, kind, step")
                .param("hazard", hazard.value())
                .query(Rungs::read)
                .list();
    }

    /**
     * Gives the fired rungs of a running rectification that ask for 督办 and have not been enacted, and marks them so. Another
     * node's clock, ahead of this one's, may have fired them: none is enacted before it fired.
     */
    public List<FiredRung> enact(HazardNumber hazard, Instant now, ZoneId zone) {
        return jdbc.sql("""
                        update rung r set enacted_at = greatest(:now, r.fired_at) from clock c
                        where r.hazard = :hazard and r.fired_at is not null and r.enacted_at is null and r.supervision is not null
                          and (c.hazard, c.kind, c.term) = (r.hazard, r.kind, r.term) and c.stopped_on is null
                        returning r.*, cast(r.fired_at at time zone :zone as date) as fired_on
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hazard", hazard.value())
                .param("zone", zone.getId())
                .query((row, index) -> new FiredRung(read(row, index), row.getObject("fired_on", LocalDate.class)))
                .list();
    }

    /** When the engine's timer of a case has something to do next. */
    public Optional<Instant> nextWake(HazardNumber hazard) {
        return jdbc.sql("select min(fire_at) from v_case_wake where hazard = :hazard")
                .param("hazard", hazard.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What will have fired by that moment if nobody does anything, in number order. */
    public List<Rung> waitingUntil(Instant moment) {
        return jdbc.sql("select * from v_waiting_rung where fire_at <= :moment order by hazard, kind, fire_at, step")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Rungs::read)
                .list();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static Rung read(ResultSet row, int index) throws SQLException {
        return new Rung(
                HazardNumber.of(row.getString("hazard")),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("term"),
                row.getString("step"),
                row.getObject("fire_at", OffsetDateTime.class).toInstant(),
                row.getString("audience"),
                row.getString("action"),
                row.getString("supervision"),
                row.getString("letter"));
    }
}
