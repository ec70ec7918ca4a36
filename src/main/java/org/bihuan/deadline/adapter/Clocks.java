package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.Count;
import org.bihuan.deadline.domain.Term;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All terms of all clocks. */
@Repository
public class Clocks {
    private final JdbcClient jdbc;

    Clocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins the next term of its kind.
     *
     * @param revision of the calendar by which it was counted
     */
    public Clock begin(Clock clock, int revision) {
        var count = clock.count();
        var term = jdbc.sql("""
                        insert into clock (hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on,
                                           estimated, explanation, counted_from, counted_days, counted_unit, rolls_over,
                                           calendar, soon_days, immediate, counts_from)
                        select :hazard, :kind, coalesce(max(term), 0) + 1, :round, :ownerKind, :owner, :startedOn, :dueOn,
                               :originalDueOn, :estimated, :explanation, :countedFrom, :countedDays, :countedUnit, :rollsOver,
                               :calendar, :soonDays, :immediate, :countsFrom
                        from clock where hazard = :hazard and kind = :kind
                        returning term
                        """)
                .param("hazard", clock.hazard().value())
                .param("kind", clock.kind().name())
                .param("round", clock.round())
                .param("ownerKind", clock.owner().kind().name())
                .param("owner", clock.owner().code())
                .param("startedOn", clock.startedOn())
                .param("dueOn", clock.dueOn())
                .param("originalDueOn", clock.originalDueOn())
                .param("estimated", clock.estimated())
                .param("explanation", clock.explanation())
                .param("countedFrom", count == null ? null : count.from(), Types.DATE)
                .param("countedDays", count == null ? null : count.days(), Types.INTEGER)
                .param("countedUnit", count == null ? null : count.unit().name(), Types.VARCHAR)
                .param("rollsOver", count == null ? null : count.rollOver(), Types.BOOLEAN)
                .param("calendar", revision)
                .param("soonDays", clock.soonDays())
                .param("immediate", clock.immediate())
                .param("countsFrom", clock.countsFrom(), Types.DATE)
                .query(Integer.class)
                .single();
        return clock.numbered(term);
    }

    /**
     * Stops the running clocks of these kinds and drops their rungs that have not fired (N1).
     *
     * @return the clocks as they were, in the order of their kinds
     */
    public List<Clock> stop(HazardNumber hazard, Collection<ClockKind> kinds, LocalDate on) {
        return jdbc.sql("""
                        with running as (
                            select * from clock
                            where hazard = :hazard and kind in (:kinds) and stopped_on is null for update),
                        stopped as (
                            update clock c set stopped_on = greatest(:on, c.started_on), incident = null from running r
                            where (c.hazard, c.kind, c.term) = (r.hazard, r.kind, r.term)),
                        dropped as (
                            delete from rung g using running r
                            where (g.hazard, g.kind, g.term) = (r.hazard, r.kind, r.term) and g.fired_at is null)
                        select * from running order by kind
                        """)
                .param("hazard", hazard.value())
                .param("kinds", kinds.stream().map(ClockKind::name).toList())
                .param("on", on)
                .query(Clocks::read)
                .list();
    }

    public List<Clock> running(HazardNumber hazard) {
        return running(List.of(hazard));
    }

    /** The running clocks of these hazards; within a hazard the one that counts first comes first (4.1). */
    public List<Clock> running(Collection<HazardNumber> hazards) {
        return hazards.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from clock where hazard = any (:hazards) and stopped_on is null order by hazard, kind")
                        .param(
                                "hazards",
                                hazards.stream().map(HazardNumber::value).toArray(String[]::new))
                        .query(Clocks::read)
                        .list();
    }

    /** The different days on which running clocks are due. */
    public List<LocalDate> runningDueDays() {
        return jdbc.sql("select distinct due_on from clock where stopped_on is null")
                .query(LocalDate.class)
                .list();
    }

    public List<Clock> runningDueOn(Collection<LocalDate> days) {
        return days.isEmpty()
                ? List.of()
                : jdbc.sql("select * from clock where stopped_on is null and due_on = any (cast(:days as date[]))")
                        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                        .query(Clocks::read)
                        .list();
    }

    /** The term of this kind that began last, running or stopped; a hazard that ever had one is asked. */
    public Clock last(HazardNumber hazard, ClockKind kind) {
        return latest(hazard, kind).orElseThrow();
    }

    /** The same for a hazard that may never have had one. */
    public Optional<Clock> latest(HazardNumber hazard, ClockKind kind) {
        return jdbc.sql("select * from clock where hazard = :hazard and kind = :kind order by term desc limit 1")
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .query(Clocks::read)
                .optional();
    }

    /** Every term of every clock of a hazard, running or stopped. */
    public List<Clock> all(HazardNumber hazard) {
        return jdbc.sql("select * from clock where hazard = :hazard order by kind, term")
                .param("hazard", hazard.value())
                .query(Clocks::read)
                .list();
    }

    /** A pending decision holds the running clock; null lets it go. */
    public void hold(HazardNumber hazard, ClockKind kind, @Nullable Instant until) {
        jdbc.sql("""
                        update clock set held_until = :until where hazard = :hazard and kind = :kind and stopped_on is null
                        """)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .update();
    }

    /** @param incidents the engine's, in the order of the clocks */
    public void standFor(List<Clock> clocks, List<String> incidents) {
        jdbc.sql("""
                        update clock c set incident = raised.incident
                        from unnest(cast(:hazards as text[]), cast(:kinds as text[]), cast(:terms as int[]), cast(:incidents as text[]))
                            as raised (hazard, kind, term, incident)
                        where (c.hazard, c.kind, c.term) = (raised.hazard, raised.kind, raised.term)
                        """)
                .param(
                        "hazards",
                        clocks.stream().map(clock -> clock.hazard().value()).toArray(String[]::new))
                .param(
                        "kinds",
                        clocks.stream().map(clock -> clock.kind().name()).toArray(String[]::new))
                .param("terms", clocks.stream().map(Clock::term).toArray(Integer[]::new))
                .param("incidents", incidents.toArray(String[]::new))
                .update();
    }

    /**
     * Hazards with a clock that ran out before today, is not held and has no incident yet; some of them, in number order. A
     * reopening is decided while no process runs that could bear one.
     */
    public List<HazardNumber> becomingOverdue(LocalDate today, Instant now, int atMost) {
        return jdbc
                .sql("""
                        select distinct hazard from clock
                        where stopped_on is null and incident is null and due_on < :today and kind <> 'REOPENING'
                          and (held_until is null or held_until <= :now)
                        order by hazard limit :atMost
                        """)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(String.class)
                .list()
                .stream()
                .map(HazardNumber::of)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Count count(ResultSet row) throws SQLException {
        var from = row.getObject("counted_from", LocalDate.class);
        return from == null
                ? null
                : new Count(
                        from,
                        row.getInt("counted_days"),
                        Term.Unit.valueOf(row.getString("counted_unit")),
                        row.getBoolean("rolls_over"));
    }

    static Clock read(ResultSet row, int index) throws SQLException {
        return new Clock(
                HazardNumber.of(row.getString("hazard")),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("term"),
                row.getInt("round"),
                new ClockOwner(ClockOwner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("original_due_on", LocalDate.class),
                row.getBoolean("estimated"),
                row.getString("explanation"),
                count(row),
                row.getInt("soon_days"),
                row.getBoolean("immediate"),
                row.getObject("counts_from", LocalDate.class),
                instant(row.getObject("held_until", OffsetDateTime.class)),
                row.getObject("stopped_on", LocalDate.class),
                row.getString("incident"));
    }
}
