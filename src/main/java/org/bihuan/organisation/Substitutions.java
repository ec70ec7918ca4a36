package org.bihuan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands in for whom: periods are added and ended, never changed and never deleted. */
@Repository
class Substitutions {
    private final JdbcClient jdbc;

    Substitutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Substitution> all() {
        return jdbc.sql("select * from substitute order by person, from_on, id")
                .query(Substitutions::read)
                .list();
    }

    void add(PersonId person, PersonId substitute, LocalDate fromOn, LocalDate toOn, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into substitute (person, substitute, from_on, to_on, entered_by, entered_at)
                        values (:person, :substitute, :fromOn, :toOn, :by, :at)
                        """)
                .param("person", person.value())
                .param("substitute", substitute.value())
                .param("fromOn", fromOn)
                .param("toOn", toOn)
                .param("by", by.value())
                .param("at", asStored(at))
                .update();
    }

    /** The clocks of two nodes may differ a little: it never ends before it was entered. */
    void end(Substitution period, PersonId by, Instant at) {
        jdbc.sql("""
                        update substitute set ended_by = :by, ended_at = greatest(entered_at, :at)
                        where person = :person and from_on = :fromOn and ended_at is null
                        """)
                .param("by", by.value())
                .param("at", asStored(at))
                .param("person", period.person().value())
                .param("fromOn", period.fromOn())
                .update();
    }

    /** Rises with every change of a person's periods. */
    int revision(PersonId person) {
        return jdbc.sql("select count(*) + count(ended_at) from substitute where person = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Cut, because rounded up it would lie ahead of the clock. */
    private static OffsetDateTime asStored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Substitution read(ResultSet row, int index) throws SQLException {
        return new Substitution(
                PersonId.of(row.getString("person")),
                PersonId.of(row.getString("substitute")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
