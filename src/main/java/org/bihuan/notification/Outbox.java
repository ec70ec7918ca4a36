package org.bihuan.notification;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where mails are written, in the transaction of their cause. */
@Repository
class Outbox {
    private final JdbcClient jdbc;
    private final MailRows rows;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient jdbc, MailRows rows, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
    }

    /**
     * A mail to each recipient about one entry of a case's log; who has one for it already gets no second (N14).
     *
     * @param immediate whether it leaves at any hour (N5)
     * @param params what the event says and the case itself does not keep
     */
    void add(
            MailKind kind,
            String hazard,
            int entry,
            Collection<String> recipients,
            boolean immediate,
            Map<String, String> params,
            Instant now) {
        jdbc.sql("""
                        insert into mail_outbox (dedup_key, kind, recipient, hazard, params, immediate, created_at, next_at)
                        select concat_ws('/', :kind, :hazard, :entry, recipient), :kind, recipient, :hazard, cast(:params as jsonb),
                               :immediate, :now, :now
                        from unnest(cast(:recipients as text[])) as somebody (recipient)
                        on conflict on constraint uq_mail_outbox_one_mail_a_key do nothing
                        """)
                .param("kind", kind.name())
                .param("hazard", hazard)
                .param("entry", entry)
                .param("recipients", recipients.stream().distinct().toArray(String[]::new))
                .param("params", rows.written(params))
                .param("immediate", immediate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new MailQueued());
    }

    /**
     * The mail of an assignment: to everybody whom rung START of the acceptance names, and to the person who has the work. It
     * carries that rung, so that no digest repeats it.
     *
     * @return how many it goes to
     */
    int addAssignment(
            String hazard,
            int entry,
            @Nullable String person,
            boolean immediate,
            Map<String, String> params,
            Instant now) {
        var mails = jdbc.sql("""
                        with told as (
                            select f.term, f.step, f.recipient
                            from v_fired_rung f join v_running_clock c using (hazard, kind, term)
                            where f.hazard = :hazard and f.kind = 'ACCEPT' and f.action = 'ASSIGNMENT'),
                        somebody as (
                            select recipient from told union select cast(:person as text) where cast(:person as text) is not null),
                        mail as (
                            insert into mail_outbox (dedup_key, kind, recipient, hazard, params, immediate, created_at, next_at)
                            select concat_ws('/', 'ASSIGNMENT', :hazard, :entry, recipient), 'ASSIGNMENT', recipient, :hazard,
                                   cast(:params as jsonb), :immediate, :now, :now
                            from somebody
                            on conflict on constraint uq_mail_outbox_one_mail_a_key do nothing
                            returning id, recipient),
                        carried as (
                            insert into mail_line (hazard, kind, term, step, recipient, mail)
                            select :hazard, 'ACCEPT', told.term, told.step, told.recipient, mail.id from told join mail using (recipient)
                            on conflict on constraint pk_mail_line do nothing)
                        select count(*) from somebody
                        """)
                .param("hazard", hazard)
                .param("entry", entry)
                .param("person", person, Types.VARCHAR)
                .param("params", rows.written(params))
                .param("immediate", immediate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        events.publishEvent(new MailQueued());
        return mails;
    }

    /** A mail about one rung to one of those it is for; it carries the rung, so that no morning repeats it. */
    void addForRung(
            MailKind kind, UrgentRungs.Untold rung, boolean immediate, Map<String, String> params, Instant now) {
        jdbc.sql("""
                        with mail as (
                            insert into mail_outbox (dedup_key, kind, recipient, hazard, params, immediate, created_at, next_at)
                            values (concat_ws('/', :mailKind, :hazard, :entry, :recipient), :mailKind, :recipient, :hazard,
                                    cast(:params as jsonb), :immediate, :now, :now)
                            on conflict on constraint uq_mail_outbox_one_mail_a_key do update set dedup_key = excluded.dedup_key
                            returning id)
                        insert into mail_line (hazard, kind, term, step, recipient, mail)
                        select :hazard, :kind, :term, :step, :recipient, id from mail
                        on conflict on constraint pk_mail_line do nothing
                        """)
                .param("mailKind", kind.name())
                .param("hazard", rung.hazard())
                .param("entry", rung.entry())
                .param("recipient", rung.recipient())
                .param("params", rows.written(params))
                .param("immediate", immediate)
                .param("kind", rung.kind())
                .param("term", rung.term())
                .param("step", rung.step())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new MailQueued());
    }
}
