package org.bihuan.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails that a restore has set aside, for the person who decides about them. */
@Repository
class SetAsideRows {
    private final JdbcClient jdbc;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;

    SetAsideRows(JdbcClient jdbc, Addresses addresses, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.events = events;
    }

    int count() {
        return jdbc.sql("select count(*) from mail_outbox where set_aside_at is not null")
                .query(Integer.class)
                .single();
    }

    /** The oldest first. */
    List<SetAsideMail> oldest(int atMost) {
        return jdbc.sql("""
                        select dedup_key, kind, recipient, hazard, created_at from mail_outbox
                        where set_aside_at is not null order by created_at, dedup_key limit :atMost
                        """)
                .param("atMost", atMost)
                .query((row, index) -> new SetAsideMail(
                        row.getString("dedup_key"),
                        row.getString("kind"),
                        addresses.of(row.getString("recipient")).name(),
                        row.getString("hazard"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** They leave after all; the dispatcher drops those that have nothing to say any more. */
    @Transactional
    public int release(Collection<String> keys, Instant now) {
        var released = jdbc.sql("""
                        update mail_outbox set status = 'NEW', set_aside_at = null, next_at = :now
                        where set_aside_at is not null and dedup_key = any (cast(:keys as text[]))
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("keys", keys.toArray(String[]::new))
                .update();
        events.publishEvent(new MailQueued());
        return released;
    }

    /** They stay unsent and nobody is asked about them again. */
    int drop(Collection<String> keys) {
        return jdbc.sql("""
                        update mail_outbox set set_aside_at = null
                        where set_aside_at is not null and dedup_key = any (cast(:keys as text[]))
                        """).param("keys", keys.toArray(String[]::new)).update();
    }
}
