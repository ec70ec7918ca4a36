package org.bihuan.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of people, hashed. */
@Repository
@Transactional
public class Credentials {
    private static final String REPLACE = """
            do update set password_hash = excluded.password_hash, version = credential.version + 1, changed_at = excluded.changed_at,
                one_login = excluded.one_login, valid_until = excluded.valid_until, used_at = null""";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final CredentialEvents events;
    private final CountyTime time;

    Credentials(JdbcClient jdbc, Passwords passwords, CredentialEvents events, CountyTime time) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
        this.time = time;
    }

    /**
     * Gives a person a password, in place of any earlier one; logins made with that one end.
     *
     * @throws InvalidInput if it is empty or longer than 72 bytes
     */
    public void set(PersonId person, String rawPassword) {
        store(List.of(person), rawPassword, false, null, REPLACE);
    }

    /**
     * Gives the first administrator a password that serves one login and must then be changed.
     *
     * @throws InvalidInput if it is none that the person could choose
     */
    public void setForFirstLogin(PersonId person, String rawPassword) {
        PasswordRules.check("password", person, rawPassword);
        store(List.of(person), rawPassword, true, null, REPLACE);
        events.first(person);
    }

    /** Gives a person a password that serves one login until then, in place of any earlier one. */
    void setForOneLogin(PersonId person, String rawPassword, Instant validUntil) {
        store(List.of(person), rawPassword, true, validUntil, REPLACE);
    }

    /**
     * Gives the same password to all of them who have none yet; the others keep theirs. One hash for all, so only for
     * passwords that are no secret.
     */
    public void setWhereMissing(Collection<PersonId> people, String rawPassword) {
        store(people, rawPassword, false, null, "do nothing");
    }

    /** Empty when the person has no password and so cannot log in. */
    @Transactional(readOnly = true)
    Optional<Credential> of(PersonId person) {
        return jdbc.sql("""
                        select password_hash as hash, version, one_login, valid_until, used_at
                        from credential where person = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new Credential(
                        row.getString("hash"),
                        row.getInt("version"),
                        row.getBoolean("one_login"),
                        instant(row.getObject("valid_until", OffsetDateTime.class)),
                        instant(row.getObject("used_at", OffsetDateTime.class))))
                .optional();
    }

    /** Takes the one login of a password that serves one. @return false when it has been taken, or its time is over */
    boolean useUp(PersonId person, int version) {
        return jdbc.sql("""
                                update credential set used_at = :now
                                where person = :person and version = :version and one_login and used_at is null
                                    and (valid_until is null or valid_until > :now)
                                """)
                        .param("person", person.value())
                        .param("version", version)
                        .param("now", time.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Puts a chosen password in place of that version. @return false when another has come meanwhile */
    boolean replace(PersonId person, int version, String rawPassword) {
        return jdbc.sql("""
                                update credential set password_hash = :hash, version = version + 1, changed_at = :now,
                                    one_login = false, valid_until = null, used_at = null
                                where person = :person and version = :version
                                """)
                        .param("person", person.value())
                        .param("version", version)
                        .param("hash", passwords.hash(rawPassword))
                        .param("now", time.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void store(
            Collection<PersonId> people,
            String rawPassword,
            boolean oneLogin,
            @Nullable Instant validUntil,
            String onConflict) {
        if (rawPassword.isEmpty()) {
            throw new InvalidInput("password", "REQUIRED");
        }
        if (Passwords.isTooLong(rawPassword)) {
            throw new InvalidInput("password", "PASSWORD_TOO_LONG", Passwords.LONGEST_BYTES);
        }
        jdbc.sql("""
                        insert into credential (person, password_hash, changed_at, one_login, valid_until)
                        select person, :hash, :now, :oneLogin, cast(:validUntil as timestamptz)
                        from unnest(:people) as given (person)
                        on conflict (person) \
                        """ + onConflict)
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .param("hash", passwords.hash(rawPassword))
                .param("now", time.now().atOffset(ZoneOffset.UTC))
                .param("oneLogin", oneLogin)
                .param("validUntil", validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
