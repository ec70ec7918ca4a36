package org.bihuan.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.bihuan.notification.DigestLines.Morning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails of the morning of all readers, built in a few statements however many there are. */
@Repository
class Digests {
    /** Any fixed number: the advisory lock of whoever puts rungs into mails. */
    private static final long ONE_TELLS = 341_721_002L;

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

    /** Keeps what is told outside the morning's mails apart from building them: until the end of this transaction. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_TELLS).query(rows -> {});
    }

    /**
     * Tells administrators how many mails have left since the last morning: where this line stays away, mail has stopped (N18).
     */
    void report(LocalDate day, Instant now, Collection<String> administrators) {
        jdbc.sql("""
                        with last (ran_at) as (
                            select coalesce(max(ran_at), :now - interval '1 day') from digest_run where day < :day)
                        insert into mail_outbox (dedup_key, kind, recipient, digest_on, params, immediate, created_at, next_at)
                        select concat_ws('/', 'DAILY_REPORT', cast(:day as text), recipient), 'DAILY_REPORT', recipient, :day,
                               jsonb_build_object(
                                   'since', to_char(last.ran_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                                   'sent', (select count(*) from mail_outbox where sent_at >= last.ran_at)::text,
                                   'failed', (select count(*) from mail_outbox
                                              where status in ('DEAD', 'UNREACHABLE') and created_at >= last.ran_at)::text),
                               false, :now, :now
                        from last, unnest(cast(:administrators as text[])) as somebody (recipient)
                        on conflict on constraint uq_mail_outbox_one_mail_a_key do nothing
                        """)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("administrators", administrators.toArray(String[]::new))
                .update();
    }

    void end(LocalDate day, int mails) {
        jdbc.sql("update digest_run set mails = :mails where day = :day")
                .param("mails", mails)
                .param("day", day)
                .update();
    }

    /** Mails of earlier mornings that have not left never will; their lines wait for the next one. */
    void skipOlderThan(LocalDate day) {
        jdbc.sql("""
                        update mail_outbox set status = 'SKIPPED'
                        where status in ('NEW', 'UNREACHABLE') and digest_on < :day
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
     * The mails of the morning for everybody for whom something waits. The id of a mail follows from its key, and whether it is new is
     * asked of a list: the planner takes the lists of a morning for short ones and would join them row by row.
     *
     * @return how many
     */
    int build(Morning morning) {
        return DigestLines.asked(jdbc, """
                        , envelope as materialized (
                            select told.*, cast(md5(concat_ws('/', told.mail_kind, cast(:day as text), told.recipient)) as uuid) as id
                            from told),
                        mail as (
                            insert into mail_outbox (id, dedup_key, kind, recipient, digest_on, immediate, created_at, next_at)
                            select id, concat_ws('/', mail_kind, cast(:day as text), recipient), mail_kind, recipient, :day, false, :now, :now
                            from (select distinct id, mail_kind, recipient from envelope) as everybody
                            on conflict on constraint uq_mail_outbox_one_mail_a_key do nothing
                            returning id),
                        shown as (
                            insert into mail_case (mail, hazard, matter, in_place_of)
                            select distinct id, hazard, matter, in_place_of
                            from envelope where (id in (select id from mail)) is true),
                        carried as (
                            insert into mail_line (hazard, kind, term, step, recipient, mail)
                            select u.hazard, u.kind, u.term, u.step, u.recipient, l.id
                            from untold u
                            left join stand_in s on s.person = u.recipient and s.nth = 1
                            join (select distinct id, hazard, recipient from envelope) l
                              on l.hazard = u.hazard and l.recipient = coalesce(s.reader, u.recipient)
                            where (l.id in (select id from mail)) is true
                            on conflict on constraint pk_mail_line do update set mail = excluded.mail)
                        select count(*) from mail
                        """, morning).query(Integer.class).single();
    }

    /** Takes out what has moved on since the digest was built: it does not say it, so the record must not claim it did. */
    void dropWhatMovedOn(UUID mail) {
        jdbc.sql("""
                        delete from mail_case m
                        where m.mail = :mail
                          and not exists (select from v_clock r where r.hazard = m.hazard and r.kind = m.matter)
                          and m.matter <> 'CLEAR'
                          and not (m.matter = 'REVIEW'
                                   and exists (select from v_case c where c.number = m.hazard and c.status = 'REGISTERED'))
                        """).param("mail", mail).update();
        jdbc.sql("""
                        delete from mail_line l
                        where l.mail = :mail and l.step <> 'CLEAR' and not exists (
                            select from v_clock r where (r.hazard, r.kind, r.term) = (l.hazard, l.kind, l.term))
                        """).param("mail", mail).update();
    }
}
