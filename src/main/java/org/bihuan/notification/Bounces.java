package org.bihuan.notification;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that a mail server refused for good, and that have taken no mail since. */
@Repository
class Bounces {
    private final JdbcClient jdbc;

    Bounces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recipient with the address that was refused: another address is another chance. */
    record Bounced(String recipient, String address) {}

    Set<Bounced> standing() {
        return new HashSet<>(jdbc.sql("""
                        select distinct coalesce(m.reader, m.recipient) as recipient, m.address from mail_outbox m
                        where m.status = 'DEAD' and m.address is not null and not exists (
                            select from mail_outbox later
                            where coalesce(later.reader, later.recipient) = coalesce(m.reader, m.recipient) and later.address = m.address and later.status = 'SENT'
                              and later.created_at > m.created_at)
                        """).query(Bounced.class).list());
    }
}
