package org.bihuan.security;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of people, hashed. */
@Repository
@Transactional
public class Credentials {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final CountyTime time;

    Credentials(JdbcClient jdbc, Passwords passwords, CountyTime time) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.time = time;
    }

    /**
     * Gives a person a password, in place of any earlier one.
     *
     * @throws InvalidInput if it is empty or longer than 72 bytes
     */
    public void set(PersonId person, String rawPassword) {
        store(
                List.of(person),
                rawPassword,
                "do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at");
    }

    /**
     * Gives the same password to all of them who have none yet; the others keep theirs. One hash for all, so only for
     * passwords that are no secret.
     */
    public void setWhereMissing(Collection<PersonId> people, String rawPassword) {
        store(people, rawPassword, "do nothing");
    }

    /** The hash of a person's password; empty when the person has none and so cannot log in. */
    @Transactional(readOnly = true)
    Optional<String> hashOf(PersonId person) {
        return jdbc.sql("select password_hash from credential where person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    private void store(Collection<PersonId> people, String rawPassword, String onConflict) {
        if (rawPassword.isEmpty()) {
            throw new InvalidInput("password", "REQUIRED");
        }
        if (Passwords.isTooLong(rawPassword)) {
            throw new InvalidInput("password", "TOO_LONG", Passwords.LONGEST_BYTES);
        }
        jdbc.sql("""
                        insert into credential (person, password_hash, changed_at)
                        select person, :hash, :now from unnest(:people) as given (person)
                        on conflict (person) \
                        """ + onConflict)
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .param("hash", passwords.hash(rawPassword))
                .param("now", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
