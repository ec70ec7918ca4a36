package org.bihuan.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened to passwords, for the auditor. Never holds one. */
@Repository
@Transactional
class CredentialEvents {
    private final JdbcClient jdbc;
    private final CountyTime time;

    CredentialEvents(JdbcClient jdbc, CountyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What can happen. */
    enum Kind {
        /** Given by a setting to the first administrator. */
        FIRST,
        /** Given by an administrator, for one login. */
        RESET,
        /** The one login has been taken. */
        USED,
        CHANGED,
        /** Too many wrong ones in a row. */
        LOCKED
    }

    /**
     * Something that happened.
     *
     * @param account as typed where it is a lock
     * @param doneBy null: nobody was logged in
     * @param address where the request came from; null: not by a request
     */
    record Event(
            String account,
            Kind kind,
            @Nullable String doneBy,
            @Nullable String address,
            Instant at) {}

    void first(PersonId person) {
        add(person.value(), Kind.FIRST, null, null);
    }

    void reset(PersonId person, PersonId by, String address) {
        add(person.value(), Kind.RESET, by.value(), address);
    }

    void used(PersonId person, String address) {
        add(person.value(), Kind.USED, person.value(), address);
    }

    void changed(PersonId person, String address) {
        add(person.value(), Kind.CHANGED, person.value(), address);
    }

    void locked(String account, String address) {
        add(account, Kind.LOCKED, null, address);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Event> latest(int atMost) {
        return jdbc.sql(
                        "select account, kind, done_by, address, at from credential_event order by id desc limit :atMost")
                .param("atMost", atMost)
                .query((row, n) -> new Event(
                        row.getString("account"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("done_by"),
                        row.getString("address"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void add(String account, Kind kind, @Nullable String doneBy, @Nullable String address) {
        jdbc.sql("""
                        insert into credential_event (account, kind, done_by, address, at)
                        values (:account, :kind, :doneBy, left(:address, 64), :now)
                        """)
                .param("account", account)
                .param("kind", kind.name())
                .param("doneBy", doneBy)
                .param("address", address)
                .param("now", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
