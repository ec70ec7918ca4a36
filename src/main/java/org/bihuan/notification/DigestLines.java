package org.bihuan.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.bihuan.notification.WorkGroups.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a morning has to say, to whom and why, as the beginning of a statement (N4, N13). It ends with
 * {@code untold (hazard, kind, term, step, recipient)}, the rungs that wait for a mail, and
 * {@code placed (mail_kind, recipient, hazard, matter, why)}, what stands in which mail:
 * <ul>
 *   <li>rungs that no mail has carried yet, as long as their clock runs;
 *   <li>for the owner of a running clock, a desk's too, all that is overdue, due today or soon, and all verifications;
 *   <li>on the first working day of a week all overdue cases for those who follow them;
 *   <li>what waits for review;
 *   <li>what has come to an end, for those whom a mail had told of the delay.
 * </ul>
 * Overdue rectification silences acceptance. A case stands in one mail a person: with what climbs, if anything of it does. Who is away
 * stays the recipient of a line; {@code told (mail_kind, recipient, hazard, matter, why, in_place_of)} says who reads it instead (N8), once
 * a case: among his own cases where it is one of his, else in a section of the one he stands in for.
 */
final class DigestLines {
    /** Whom rungs climb to; part of a condition on a fired rung {@code f}, with the persons who lead as {@code :superiors}. */
    static final String CLIMBS = """
            (f.step like '+%' and f.action <> 'STILL_OPEN'
             and string_to_array(replace(f.audience, ' ', ''), ',')
                 && array['unit-leader', 'region-leader', 'bureau-leader', 'committee-office', 'county-leader', 'superior']
             and (f.recipient = any (cast(:superiors as text[]))
                  or string_to_array(replace(f.audience, ' ', ''), ',')
                     <@ array['unit-leader', 'region-leader', 'bureau-leader', 'committee-office', 'county-leader', 'superior']))
            """;

    /** Whether somebody has been told of a delay by a mail that left: only then the end of it is news to him. */
    static final String KNEW_OF_THE_DELAY = """
            exists (select from mail_line t join mail_outbox o on o.id = t.mail
                    where t.hazard = f.hazard and t.recipient = f.recipient and o.status = 'SENT'
                      and t.step ~ '^[+]([3-9]|[1-9][0-9])')
            """;

    /** Whether he has answered for the delay and asked not to be told again so soon (N11); of a fired rung {@code f}. */
    static final String NOT_LEFT_ALONE = """
            not (f.kind = 'RECTIFY' and f.step ~ '^[+]([3-9]|[1-9][0-9])' and exists (
                select from v_quiet q where q.hazard = f.hazard and q.recipient = f.recipient and q.until >= :day))
            """;

    private static final String UNTOLD = """
            (m.id is null or m.status = 'DEAD' or m.digest_on < :day and m.status <> 'SENT')
            """;

    static final String WITH_LINES = """
            with reader (party, recipient) as (
                select * from unnest(cast(:parties as text[]), cast(:recipients as text[]))),
            stand_in (person, reader, nth) as (
                select * from unnest(cast(:absent as text[]), cast(:standIns as text[]), cast(:nths as int[]))),
            soon (last_day, days) as (
                select last_day, n - 1 from unnest(cast(:soonUntil as date[])) with ordinality as until (last_day, n)),
            imagined (hazard, kind, term, step, action, audience, recipient) as (
                select * from unnest(cast(:futureHazards as text[]), cast(:futureKinds as text[]), cast(:futureTerms as smallint[]),
                    cast(:futureSteps as text[]), cast(:futureActions as text[]), cast(:futureAudiences as text[]),
                    cast(:futureRecipients as text[]))),
            running as materialized (
                select r.hazard, r.kind, r.term, r.due_on < :day as overdue, r.due_on <= s.last_day as pressing,
                       case when r.kind in ('ACCEPT', 'RECTIFY') then coalesce(t.owner, t.assignee, c.responsible_user)
                            else coalesce(t.owner, t.assignee) end as doer,
                       case when t.assignee <> t.owner and not exists (
                                select from stand_in s where (s.person, s.reader) = (t.owner, t.assignee))
                            then t.assignee end as helper,
                       coalesce(t.candidate_group, case r.owner_kind when 'ENTERPRISE' then 'ent-' || r.owner else r.owner end) as party,
                       coalesce(c.supervising_unit, :office) as follower
                from v_clock r
                join v_case c on c.number = r.hazard
                join soon s on s.days = least(r.soon_days, :longestSoon)
                left join v_open_task t on t.hazard = r.hazard and t.task = r.task and coalesce(r.task_id, t.task_id) = t.task_id
                where r.kind <> 'ACCEPT' or not exists (
                    select from v_running_clock o
                    where o.hazard = r.hazard and o.kind = 'RECTIFY' and o.due_on < :day)),
            untold as materialized (
                select f.hazard, f.kind, f.term, f.step, f.recipient, f.kind as matter, f.action as why,
            """ + CLIMBS + """
                       as climbs
                from v_fired_rung f
                join running using (hazard, kind, term)
                left join mail_line l
                  on (l.hazard, l.kind, l.term, l.step, l.recipient) = (f.hazard, f.kind, f.term, f.step, f.recipient)
                left join mail_outbox m on m.id = l.mail
                where f.recipient <> all (cast(:gone as text[])) and
            """ + NOT_LEFT_ALONE + " and " + UNTOLD + """
                union all
                select f.hazard, f.kind, f.term, f.step, f.recipient, f.kind, f.action,
            """ + CLIMBS + """
                from imagined f join running using (hazard, kind, term)
                where f.recipient <> all (cast(:gone as text[])) and
            """
            + NOT_LEFT_ALONE + """
                union all
                select f.hazard, f.kind, f.term, f.step, f.recipient, 'CLEAR', f.action, false
                from v_fired_rung f
                left join mail_line l
                  on (l.hazard, l.kind, l.term, l.step, l.recipient) = (f.hazard, f.kind, f.term, f.step, f.recipient)
                left join mail_outbox m on m.id = l.mail
                where f.step = 'CLEAR' and f.recipient <> all (cast(:gone as text[])) and
            """ + UNTOLD + "and " + KNEW_OF_THE_DELAY + """
            ),
            line as materialized (
                select hazard, matter, recipient, why from untold
                union all
                select o.hazard, o.kind, coalesce(o.doer, reader.recipient), case when o.pressing then 'OWN_WORK' else 'WAITING' end
                from (select hazard, kind, party, pressing, case when doer <> all (cast(:gone as text[])) then doer end as doer
                      from running) o
                left join reader on o.doer is null and reader.party = o.party
                where (o.pressing or o.kind = 'VERIFY') and o.kind <> 'REVIEW' and coalesce(o.doer, reader.recipient) is not null
                union all
                select hazard, kind, helper, case when pressing then 'OWN_WORK' else 'WAITING' end
                from running where helper is not null and (pressing or kind = 'VERIFY')
                union all
                select running.hazard, running.kind, reader.recipient, 'FOLLOWED'
                from running join reader on reader.party = running.follower
                where :firstOfWeek and running.overdue and running.kind in ('ACCEPT', 'RECTIFY')
                union all
                select c.number, 'REVIEW', coalesce(t.owner, t.assignee, reader.recipient), 'WAITING'
                from v_case c
                left join v_open_task t on t.hazard = c.number and t.task = 'review'
                left join reader
                  on t.assignee is null and t.owner is null and reader.party = coalesce(t.candidate_group, c.supervising_unit, :office)
                where c.status = 'REGISTERED' and coalesce(t.owner, t.assignee, reader.recipient) is not null),
            place as materialized (
                select hazard, recipient, bool_or(climbs) as climbs, bool_or(matter <> 'CLEAR') as goes_on
                from (select hazard, recipient, matter, false as climbs from line
                      union all
                      select hazard, recipient, matter, climbs from untold) as everything
                group by hazard, recipient),
            placed as materialized (
                select distinct case when p.climbs then 'ESCALATION' else 'DIGEST' end as mail_kind,
                       line.recipient, line.hazard, line.matter, line.why
                from line join place p using (hazard, recipient)
                where line.matter <> 'CLEAR' or not p.goes_on),
            addressed as materialized (
                select placed.*, coalesce(s.reader, placed.recipient) as reader,
                       case when s.reader is not null then placed.recipient end as in_place_of
                from placed left join stand_in s on s.person = placed.recipient),
            seat as materialized (
                select reader, hazard, coalesce(max(mail_kind) filter (where in_place_of is null), max(mail_kind)) as mail_kind,
                       case when bool_and(in_place_of is not null) then min(in_place_of) end as in_place_of
                from addressed group by reader, hazard),
            told as materialized (
                select distinct seat.mail_kind, seat.reader as recipient, a.hazard, a.matter, a.why, seat.in_place_of
                from addressed a join seat using (reader, hazard))
            """;

    private DigestLines() {}

    /** What the morning of a day is made from. */
    record Morning(
            LocalDate day,
            Instant now,
            boolean firstOfWeek,
            Readers readers,
            List<String> superiors,
            List<String> gone,
            Readers standIns,
            List<LocalDate> soonUntil,
            List<ForeseenRung> foreseen) {}

    static JdbcClient.StatementSpec asked(JdbcClient jdbc, String statement, Morning morning) {
        var foreseen = morning.foreseen();
        var soonUntil = morning.soonUntil();
        return jdbc.sql(WITH_LINES + statement)
                .param("day", morning.day())
                .param("now", morning.now().atOffset(ZoneOffset.UTC))
                .param("firstOfWeek", morning.firstOfWeek())
                .param("parties", morning.readers().groups().toArray(String[]::new))
                .param("recipients", morning.readers().recipients().toArray(String[]::new))
                .param("superiors", morning.superiors().toArray(String[]::new))
                .param("absent", morning.standIns().groups().toArray(String[]::new))
                .param("standIns", morning.standIns().recipients().toArray(String[]::new))
                .param("nths", nths(morning.standIns().groups()))
                .param("gone", morning.gone().toArray(String[]::new))
                .param("soonUntil", soonUntil.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("longestSoon", soonUntil.size() - 1)
                .param("office", WorkGroups.COMMITTEE_OFFICE)
                .param(
                        "futureHazards",
                        foreseen.stream().map(ForeseenRung::hazard).toArray(String[]::new))
                .param("futureKinds", foreseen.stream().map(ForeseenRung::clock).toArray(String[]::new))
                .param("futureTerms", foreseen.stream().map(ForeseenRung::term).toArray(Integer[]::new))
                .param("futureSteps", foreseen.stream().map(ForeseenRung::rung).toArray(String[]::new))
                .param(
                        "futureActions",
                        foreseen.stream().map(ForeseenRung::action).toArray(String[]::new))
                .param(
                        "futureAudiences",
                        foreseen.stream().map(ForeseenRung::audience).toArray(String[]::new))
                .param(
                        "futureRecipients",
                        foreseen.stream().map(ForeseenRung::recipient).toArray(String[]::new));
    }

    /** The place of each reader among those of the same person: the first carries the lines. */
    private static Integer[] nths(List<String> people) {
        var count = new HashMap<String, Integer>();
        return people.stream()
                .map(person -> count.merge(person, 1, Integer::sum))
                .toArray(Integer[]::new);
    }
}
