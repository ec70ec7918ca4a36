package org.bihuan.rectification.adapter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys under which callers registered: the same key and body give the same hazard, also when both come at once. */
@Repository
public class RegistrationKeys {
    private final JdbcClient jdbc;

    RegistrationKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for this transaction; whoever comes with the same one waits until it ends.
     *
     * @return the hazard registered under it before; empty when the key is new
     * @throws Conflict {@code KEY_USED_FOR_ANOTHER} when it came with another body
     */
    public Optional<HazardNumber> take(PersonId person, String key, String bodyHash, Instant now) {
        var isNew = jdbc.sql("""
                                insert into registration_key (person, key, body_hash, created_at)
                                values (:person, :key, :bodyHash, :now) on conflict do nothing
                                """)
                        .param("person", person.value())
                        .param("key", key)
                        .param("bodyHash", bodyHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isNew) {
            return Optional.empty();
        }
        return Optional.of(
                jdbc.sql("select body_hash, hazard from registration_key where person = :person and key = :key")
                        .param("person", person.value())
                        .param("key", key)
                        .query((row, index) -> {
                            if (!bodyHash.equals(row.getString("body_hash"))) {
                                throw new Conflict("KEY_USED_FOR_ANOTHER");
                            }
                            return HazardNumber.of(row.getString("hazard"));
                        })
                        .single());
    }

    public void gave(PersonId person, String key, HazardNumber hazard) {
        jdbc.sql("update registration_key set hazard = :hazard where person = :person and key = :key")
                .param("hazard", hazard.value())
                .param("person", person.value())
                .param("key", key)
                .update();
    }
}
