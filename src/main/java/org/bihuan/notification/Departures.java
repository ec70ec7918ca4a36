package org.bihuan.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The dispatcher's side of the outbox. Every step is a statement of its own, never a transaction around a send. What is due is
 * judged by the application's clock, leases by the database's.
 */
@Repository
class Departures {
    /** Longer than one mail may take, renewed before each: see {@link SmtpChannel}. */
    private static final int LEASE_SECONDS = 120;

    private static final int LONGEST_TEXT = 500;

    private final JdbcClient jdbc;
    private final MailRows rows;

    Departures(JdbcClient jdbc, MailRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Takes mails that are due; no other dispatcher of any node gets them while the lease lasts.
     *
     * @param open whether others than immediate ones may leave now
     */
    List<QueuedMail> claim(UUID holder, Instant now, boolean open, int atMost) {
        return jdbc.sql("""
                        with due as (
                            select id from mail_outbox
                            where status = 'NEW' and next_at <= :now and immediate >= :immediateOnly
                              and (lease_until is null or lease_until < now())
                            order by immediate desc, next_at limit :atMost for update skip locked)
                        update mail_outbox m set lease_until = now() + make_interval(secs => :lease), lease_holder = :holder
                        from due where m.id = due.id
                        returning m.*
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("immediateOnly", !open)
                .param("atMost", atMost)
                .param("lease", LEASE_SECONDS)
                .param("holder", holder)
                .query(rows)
                .list();
    }

    /** Gives back what was taken and not tried. */
    void release(UUID holder) {
        jdbc.sql("""
                        update mail_outbox set lease_until = null, lease_holder = null
                        where status = 'NEW' and lease_holder = :holder
                        """).param("holder", holder).update();
    }

    /**
     * The next place in the line of all nodes: so many mails a minute and no more, evenly spread.
     *
     * @return how long to wait for it; empty when the line is longer than a second, then come again
     */
    Optional<Duration> turn(int mailsPerMinute) {
        return jdbc.sql("""
                        update mail_pace set free_at = greatest(free_at, clock_timestamp()) + make_interval(secs => :gap)
                        where free_at <= clock_timestamp() + interval '1 second'
                        returning extract(epoch from free_at - clock_timestamp()) - :gap
                        """)
                .param("gap", 60.0 / mailsPerMinute)
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis(Math.max(0, Math.round(seconds * 1000))));
    }

    /**
     * Counts the attempt and renews the lease, just before the mail is handed over.
     *
     * @param reader who gets it, the recipient or who stands in for him
     * @throws org.springframework.dao.DuplicateKeyException when the reader has the same mail already, for himself or another
     * @return false when it is no longer this holder's: then hands off
     */
    boolean begin(QueuedMail mail, UUID holder, String reader, String address, String subject) {
        return jdbc.sql("""
                        update mail_outbox set attempts = attempts + 1, address = :address, subject = :subject, server_away = false,
                               reader = nullif(:reader, recipient), told_key = :toldKey,
                               lease_until = now() + make_interval(secs => :lease)
                        where id = :id and status = 'NEW' and lease_holder = :holder
                        """)
                        .param("reader", reader)
                        .param("toldKey", toldKey(mail, reader))
                        .param("address", address)
                        .param("subject", subject)
                        .param("lease", LEASE_SECONDS)
                        .param("id", mail.id())
                        .param("holder", holder)
                        .update()
                == 1;
    }

    /** The reader has the same mail already: this one need not leave, and what it carries that one has told. */
    void toldAlready(QueuedMail mail, UUID holder, String reader) {
        jdbc.sql("""
                        with other as (select id from mail_outbox where told_key = :toldKey),
                        lines as (update mail_line l set mail = other.id from other where l.mail = :id)
                        update mail_outbox set status = 'SKIPPED', reader = nullif(:reader, recipient), lease_until = null, lease_holder = null
                        where id = :id and status = 'NEW' and lease_holder = :holder
                        """)
                .param("toldKey", toldKey(mail, reader))
                .param("reader", reader)
                .param("id", mail.id())
                .param("holder", holder)
                .update();
    }

    /** The mail's key as it would be, had it been written to the reader. */
    private static String toldKey(QueuedMail mail, String reader) {
        var key = mail.key();
        var recipient = "/" + mail.recipient();
        return key.endsWith(recipient) ? key.substring(0, key.length() - recipient.length() + 1) + reader : key;
    }

    /** It has left: a fact, whoever holds the row by now. */
    void sent(QueuedMail mail, String reply, Instant now) {
        jdbc.sql("""
                        update mail_outbox set status = 'SENT', sent_at = :now, smtp_reply = :reply, last_error = null,
                               lease_until = null, lease_holder = null
                        where id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reply", shortened(reply))
                .param("id", mail.id())
                .update();
    }

    void later(QueuedMail mail, UUID holder, Instant nextAt, NotTaken why) {
        jdbc.sql("""
                        update mail_outbox set next_at = :nextAt, server_away = :serverAway, smtp_reply = :reply, last_error = :error,
                               lease_until = null, lease_holder = null
                        where id = :id and status = 'NEW' and lease_holder = :holder
                        """)
                .param("nextAt", nextAt.atOffset(ZoneOffset.UTC))
                .param("serverAway", why.reason() == NotTaken.Reason.SERVER_AWAY)
                .param("reply", shortened(why.reply()))
                .param("error", shortened(why.getMessage()))
                .param("id", mail.id())
                .param("holder", holder)
                .update();
    }

    /** Ends its way without being sent. */
    void end(QueuedMail mail, UUID holder, MailStatus as, @Nullable String reply, @Nullable String error) {
        jdbc.sql("""
                        update mail_outbox set status = :status, smtp_reply = :reply, last_error = :error,
                               lease_until = null, lease_holder = null
                        where id = :id and status = 'NEW' and lease_holder = :holder
                        """)
                .param("status", as.name())
                .param("reply", shortened(reply))
                .param("error", shortened(error))
                .param("id", mail.id())
                .param("holder", holder)
                .update();
    }

    /** The server takes mail again: what waited for it alone need not wait longer. */
    void serverIsBack(Instant now) {
        jdbc.sql("""
                        update mail_outbox set next_at = :now, server_away = false
                        where status = 'NEW' and server_away and next_at > :now and lease_holder is null
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Whom a mail could not reach; digests are not among them, the next one comes anyway. */
    List<String> unreachable() {
        return jdbc.sql("""
                        select distinct recipient from mail_outbox where status = 'UNREACHABLE' and hazard is not null
                        """).query(String.class).list();
    }

    /** They have an address now: what they missed of cases that are still open leaves after all. */
    void reachable(Collection<String> recipients, Instant now) {
        jdbc.sql("""
                        update mail_outbox m set next_at = :now,
                               status = case when c.status in ('CLOSED', 'VOIDED', 'MERGED') then 'SKIPPED' else 'NEW' end
                        from v_case c
                        where c.number = m.hazard and m.status = 'UNREACHABLE' and m.recipient in (:recipients)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("recipients", recipients)
                .update();
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT);
    }
}
