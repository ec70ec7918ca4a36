package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.hazard.HazardNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is true of every case whatever has happened to it, each a sentence and the question that finds whom it does not hold for.
 * Ledger, clocks, rungs and engine are looked at as they lie in the database: nothing here asks the code under test.
 */
final class CaseInvariants {
    /** Tables and views of which the questions see these cases' rows alone. */
    private static final List<String> OF_A_CASE = List.of(
            "hazard",
            "case_log",
            "completion_report",
            "verdict",
            "extension",
            "proposal",
            "clock",
            "rung",
            "rung_recipient",
            "supervision",
            "v_clock",
            "v_waiting_rung",
            "v_case_wake",
            "v_open_task",
            "v_case_timer",
            "v_incident");

    /** The sweeper fires the rungs of a day at midnight, the timer of a case has its turn in the first hours. */
    private static final String FIRES_TONIGHT = """
            (t.fires_at > :now and cast(t.fires_at at time zone :zone as date) = :today)""";

    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();
    private static final Map<String, String> WHEN_NOTHING_IS_DUE = new LinkedHashMap<>();

    static {
        ALWAYS.put("the clocks that run are those of the status (4.1)", """
                select h.number from hazard h where (
                    select coalesce(string_agg(kind, ' ' order by kind), '') from clock c
                    where c.hazard = h.number and stopped_on is null and kind in ('ACCEPT', 'RECTIFY', 'VERIFY', 'REVIEW'))
                <> case status when 'REGISTERED' then 'REVIEW' when 'ASSIGNED' then 'ACCEPT RECTIFY' when 'RECTIFYING' then 'RECTIFY'
                   when 'SUBMITTED' then 'VERIFY' else '' end""");
        ALWAYS.put("a desk's clock runs exactly while its decision is owed (5.2)", """
                select coalesce(owed.hazard, running.hazard) from (
                    select hazard, 'EXTENSION' as kind from extension where outcome is null
                    union all select hazard, case kind when 'VOID' then 'VOIDING' else 'REOPENING' end from proposal
                    where outcome is null and kind <> 'HAND_OVER'
                    union all select hazard, kind from supervision where outcome is null) owed
                full join (select hazard, kind from clock where stopped_on is null
                    and kind not in ('ACCEPT', 'RECTIFY', 'VERIFY', 'REVIEW')) running using (hazard, kind)
                where owed.kind is null or running.kind is null""");
        ALWAYS.put("a superior answers for a running delay only (N11)", """
                select s.hazard from supervision s where outcome is null and not exists (
                    select from clock c where c.hazard = s.hazard and c.kind = 'RECTIFY' and c.stopped_on is null)""");
        ALWAYS.put("each running clock has its one open task, and no task is open without (5)", """
                select coalesce(c.hazard, t.hazard) from (
                    select hazard, task, count(*) as n from v_clock x
                    where kind <> 'REOPENING' and not (kind = 'RECTIFY' and exists (
                        select from clock a where a.hazard = x.hazard and a.kind = 'ACCEPT' and a.stopped_on is null))
                    group by hazard, task) c
                full join (select hazard, task, count(*) as n from v_open_task group by hazard, task) t using (hazard, task)
                where c.n is distinct from t.n""");
        ALWAYS.put("task and clock name the same due day", """
                select c.hazard from v_clock c
                join v_open_task t on t.hazard = c.hazard and t.task = c.task and coalesce(c.task_id, t.task_id) = t.task_id
                where t.due_at is distinct from (c.due_on + time '23:59:59') at time zone :zone""");
        ALWAYS.put("ledger and clock name the same due days", """
                select c.hazard from clock c join hazard h on h.number = c.hazard
                where c.stopped_on is null and c.kind = 'RECTIFY' and h.due_on is distinct from c.due_on
                union select h.number from hazard h where runs_out_on is distinct from (
                    select min(c.due_on) from clock c
                    where c.hazard = h.number and c.stopped_on is null and c.kind in ('ACCEPT', 'RECTIFY', 'VERIFY'))""");
        ALWAYS.put("a running clock has a next rung (5.4)", """
                select c.hazard from clock c where c.stopped_on is null and not exists (
                    select from rung r where (r.hazard, r.kind, r.term) = (c.hazard, c.kind, c.term) and r.fired_at is null)""");
        // A day more, for a clock that was set back over midnight.
        ALWAYS.put("a term that ended has nothing left to fire, and fired nothing afterwards (N1, N13)", """
                select c.hazard from clock c join rung r using (hazard, kind, term)
                where c.stopped_on is not null
                  and (r.fired_at is null or cast(r.fired_at at time zone :zone as date) > c.stopped_on + 1)""");
        ALWAYS.put("terms of a kind have no gap and only the last one runs (N1)", """
                select hazard from clock group by hazard, kind
                having count(*) <> max(term) or bool_or(stopped_on is null and term < (
                    select max(x.term) from clock x where x.hazard = clock.hazard and x.kind = clock.kind))""");
        ALWAYS.put("whatever fired was for somebody (N10)", """
                select r.hazard from rung r where r.fired_at is not null and not exists (
                    select from rung_recipient p where (p.hazard, p.kind, p.term, p.step) = (r.hazard, r.kind, r.term, r.step))""");
        ALWAYS.put("the case log has neither gap nor break (L26)", """
                select h.number from hazard h where h.log_seq <> (select count(*) from case_log l where l.hazard = h.number)
                union select hazard from (
                    select hazard, previous_hash, lag(hash) over (partition by hazard order by seq) as before, seq from case_log) l
                where seq > 1 and previous_hash is distinct from before""");
        ALWAYS.put("an open case has one process and one timer, an ended one has neither", """
                select h.number from hazard h left join v_case_timer t on t.hazard = h.number
                group by h.number, h.status having count(t.fires_at) <>
                    case when h.status in ('CLOSED', 'VOIDED', 'MERGED') then 0 else 1 end or count(t.hazard) <> count(t.fires_at)""");
        ALWAYS.put("each incident stands for a running clock and each is known to it (5.1)", """
                select coalesce(i.hazard, c.hazard) from (select * from v_incident where type = 'overdue') i
                full join (select hazard, incident as id from clock where incident is not null) c using (id)
                where i.id is null or c.id is null""");
        ALWAYS.put("closed is what somebody judged who took no part (S1)", """
                select h.number from hazard h where h.status = 'CLOSED' and not exists (
                    select from verdict v where v.hazard = h.number and v.round = h.round and v.verdict = 'QUALIFIED'
                      and not exists (select from completion_report c where c.hazard = h.number and c.reported_by = v.given_by))""");
        WHEN_NOTHING_IS_DUE.put("every rung that is due and not held has fired (N2, N12)", """
                select hazard from v_waiting_rung where fire_at <= :now""");
        // Unless the clock was set back over the midnight at which it was raised.
        WHEN_NOTHING_IS_DUE.put("an incident stands exactly for what is overdue and not held (5.1)", """
                select hazard from clock where stopped_on is null and kind <> 'REOPENING'
                  and case when incident is null then due_on < :today and coalesce(held_until <= :now, true)
                      else due_on >= :latestDay or held_until > :latest end""");
        WHEN_NOTHING_IS_DUE.put("what a superior has to answer for has been opened (N11)", """
                select r.hazard from rung r join clock c using (hazard, kind, term)
                where c.stopped_on is null and r.fired_at is not null and r.supervision is not null and r.enacted_at is null
                  and not exists (select from v_case_timer t where t.hazard = r.hazard and\s""" + FIRES_TONIGHT + ")");
        WHEN_NOTHING_IS_DUE.put(
                "the timer waits for the next rung behind the due day, spread over its day's first hours",
                """
                select t.hazard from v_case_timer t
                join lateral (select min(fire_at) as fire_at from v_case_wake w where w.hazard = t.hazard) n on true
                where (t.fires_at < n.fire_at or t.fires_at >= n.fire_at + interval '1 day') and not\s""" + FIRES_TONIGHT);
    }

    private final JdbcClient jdbc;
    private final ZoneId zone;

    CaseInvariants(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Sentences that do not hold, with the cases they do not hold for. */
    List<String> brokenBy(Collection<HazardNumber> cases, Instant now) {
        return broken(ALWAYS, cases, now, now);
    }

    /**
     * As above, once sweeper and timers have done all that was due.
     *
     * @param latest what the clock has shown at most; it may have been set back since
     */
    List<String> brokenAtRestBy(Collection<HazardNumber> cases, Instant now, Instant latest) {
        return broken(WHEN_NOTHING_IS_DUE, cases, now, latest);
    }

    private List<String> broken(
            Map<String, String> sentences, Collection<HazardNumber> cases, Instant now, Instant latest) {
        var ofTheCases = OF_A_CASE.stream()
                .map(table -> "%1$s as (select * from public.%1$s where %2$s = any (:numbers))"
                        .formatted(table, table.equals("hazard") ? "number" : "hazard"))
                .collect(Collectors.joining(",\n", "with ", "\n"));
        var question = ofTheCases
                + sentences.entrySet().stream()
                        .map(entry -> "select '%s: ' || number from (%s) broken (number)"
                                .formatted(entry.getKey().replace("'", "''"), entry.getValue()))
                        .collect(Collectors.joining("\nunion all\n"));
        return jdbc.sql(question)
                .param("numbers", cases.stream().map(HazardNumber::value).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.ofInstant(now, zone))
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .param("latestDay", LocalDate.ofInstant(latest, zone))
                .param("zone", zone.getId())
                .query(String.class)
                .list();
    }
}
