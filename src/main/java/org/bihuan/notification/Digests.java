package org.bihuan.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.notification.WorkGroups.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The digests of all readers, built in a few statements however many there are. */
@Repository
class Digests {
    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean haveRun(LocalDate day) {
        return jdbc.sql("select exists (select from digest_run where day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Whether this transaction runs the day's digests; nobody else does then, on any node. */
    boolean begin(LocalDate day, Instant now) {
        return jdbc.sql("""
                        insert into digest_run (day, ran_at, mails) values (:day, :now, 0)
                        on conflict on constraint pk_digest_run do nothing
                        """)
                        .param("day", day)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(LocalDate day, int mails) {
        jdbc.sql("update digest_run set mails = :mails where day = :day")
                .param("mails", mails)
                .param("day", day)
                .update();
    }

    /** Digests of earlier days that have not left never will; their lines wait for the next one. */
    void skipOlderThan(LocalDate day) {
        jdbc.sql("""
                        update mail_outbox set status = 'SKIPPED'
                        where kind = 'DIGEST' and status in ('NEW', 'UNREACHABLE') and digest_on < :day
                        """).param("day", day).update();
    }

    /** Whether a rung is due that the sweeper has not fired yet: its lines would miss this morning's digest. */
    boolean rungsAreStillToFire(Instant now) {
        return jdbc.sql("select exists (select from v_waiting_rung where fire_at <= :now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * A digest for everybody for whom something waits (N4, N5, N13):
     * <ul>
     *   <li>rungs that no mail has carried yet, as long as their clock runs;
     *   <li>for the owner of a running clock all that is overdue, due today or soon, and all verifications;
     *   <li>on the first working day of a week all overdue cases for those who follow them;
     *   <li>what waits for review.
     * </ul>
     * Overdue rectification silences acceptance.
     *
     * @param soonUntil at index n the last due day with at most n working days left
     * @return how many
     */
    int build(
            LocalDate day,
            Instant now,
            boolean firstOfWeek,
            Readers readers,
            List<String> gone,
            List<LocalDate> soonUntil) {
        return jdbc.sql("""
                        with reader (party, recipient) as (
                            select * from unnest(cast(:parties as text[]), cast(:recipients as text[]))),
                        soon (last_day, days) as (
                            select last_day, n - 1 from unnest(cast(:soonUntil as date[])) with ordinality as until (last_day, n)),
                        running as materialized (
                            select r.hazard, r.kind, r.term, r.due_on < :day as overdue, r.due_on <= s.last_day as pressing,
                                   case when r.kind = 'VERIFY' then t.assignee else coalesce(t.assignee, c.responsible_user) end as doer,
                                   coalesce(t.candidate_group,
                                       case when r.kind = 'VERIFY' then c.supervising_unit
                                            when c.enterprise is not null then 'ent-' || c.enterprise
                                            else c.responsible_unit end) as party,
                                   coalesce(c.supervising_unit, :office) as follower
                            from v_running_clock r
                            join v_case c on c.number = r.hazard
                            join soon s on s.days = least(r.soon_days, :longestSoon)
                            left join v_open_task t on t.hazard = r.hazard and t.task = lower(r.kind)
                            where r.kind <> 'ACCEPT' or not exists (
                                select from v_running_clock o
                                where o.hazard = r.hazard and o.kind = 'RECTIFY' and o.due_on < :day)),
                        rung as materialized (
                            select f.hazard, f.kind, f.term, f.step, f.recipient
                            from v_fired_rung f
                            join running using (hazard, kind, term)
                            left join mail_line l
                              on (l.hazard, l.kind, l.term, l.step, l.recipient) = (f.hazard, f.kind, f.term, f.step, f.recipient)
                            left join mail_outbox m on m.id = l.mail
                            where f.recipient <> all (cast(:gone as text[]))
                              and (m.id is null or m.status = 'DEAD'
                                   or m.kind = 'DIGEST' and m.status <> 'SENT' and m.digest_on < :day)),
                        line as materialized (
                            select hazard, kind as matter, recipient from rung
                            union
                            select o.hazard, o.kind, coalesce(o.doer, reader.recipient)
                            from (select hazard, kind, party, pressing, case when doer <> all (cast(:gone as text[])) then doer end as doer
                                  from running) o
                            left join reader on o.doer is null and reader.party = o.party
                            where (o.pressing or o.kind = 'VERIFY') and coalesce(o.doer, reader.recipient) is not null
                            union
                            select running.hazard, running.kind, reader.recipient
                            from running join reader on reader.party = running.follower
                            where :firstOfWeek and running.overdue and running.kind <> 'VERIFY'
                            union
                            select c.number, 'REVIEW', coalesce(t.assignee, reader.recipient)
                            from v_case c
                            left join v_open_task t on t.hazard = c.number and t.task = 'review'
                            left join reader
                              on t.assignee is null and reader.party = coalesce(t.candidate_group, c.supervising_unit, :office)
                            where c.status = 'REGISTERED' and coalesce(t.assignee, reader.recipient) is not null),
                        mail as (
                            insert into mail_outbox (dedup_key, kind, recipient, digest_on, immediate, created_at, next_at)
                            select concat_ws('/', 'DIGEST', cast(:day as text), recipient), 'DIGEST', recipient, :day, false, :now, :now
                            from (select distinct recipient from line) as everybody
                            on conflict on constraint uq_mail_outbox_one_mail_a_key do nothing
                            returning id, recipient),
                        shown as (
                            insert into mail_case (mail, hazard, matter)
                            select mail.id, line.hazard, line.matter from line join mail using (recipient)),
                        carried as (
                            insert into mail_line (hazard, kind, term, step, recipient, mail)
                            select rung.hazard, rung.kind, rung.term, rung.step, rung.recipient, mail.id
                            from rung join mail using (recipient)
                            on conflict on constraint pk_mail_line do update set mail = excluded.mail)
                        select count(*) from mail
                        """)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("firstOfWeek", firstOfWeek)
                .param("parties", readers.groups().toArray(String[]::new))
                .param("recipients", readers.recipients().toArray(String[]::new))
                .param("gone", gone.toArray(String[]::new))
                .param("soonUntil", soonUntil.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("longestSoon", soonUntil.size() - 1)
                .param("office", WorkGroups.COMMITTEE_OFFICE)
                .query(Integer.class)
                .single();
    }

    /** Takes out what has moved on since the digest was built: it does not say it, so the record must not claim it did. */
    void dropWhatMovedOn(UUID mail) {
        jdbc.sql("""
                        delete from mail_case m
                        where m.mail = :mail
                          and not exists (select from v_running_clock r where r.hazard = m.hazard and r.kind = m.matter)
                          and not (m.matter = 'REVIEW'
                                   and exists (select from v_case c where c.number = m.hazard and c.status = 'REGISTERED'))
                        """).param("mail", mail).update();
        jdbc.sql("""
                        delete from mail_line l
                        where l.mail = :mail and not exists (
                            select from v_running_clock r where (r.hazard, r.kind, r.term) = (l.hazard, l.kind, l.term))
                        """).param("mail", mail).update();
    }
}
