package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.bihuan.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the table of substitutes promises by itself. */
class SubstituteTableTests {
    private DataSource database;

    @BeforeEach
    void freshCounty() {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.owner())
                .locations("classpath:db/migration/organisation")
                .load()
                .migrate();
        database = fresh.app();
        try (var node = new Node(database)) {
            SampleCounty.FILES.handTo(node.masterData());
        }
        add("safety-010", "principal-010", "2026-10-12", "2026-10-16");
    }

    @ParameterizedTest
    @CsvSource({
        "safety-010, principal-010, 2026-10-16, 2026-10-20, ex_substitute_one_at_a_time",
        "safety-010, principal-010, 2026-10-01, 2026-10-12, ex_substitute_one_at_a_time",
        "safety-010, safety-010, 2026-11-02, 2026-11-03, ck_substitute_is_another",
        "safety-010, principal-010, 2026-11-03, 2026-11-02, ck_substitute_ends_after_it_begins",
        "safety-010, principal-010, 2026-11-02, 2027-11-03, ck_substitute_lasts_a_year_at_most",
        "nobody, principal-010, 2026-11-02, 2026-11-03, fk_substitute_person"
    })
    void whatCannotBeIsRefused(String person, String substitute, String from, String to, String promise) {
        assertThatThrownBy(() -> add(person, substitute, from, to))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(promise);
    }

    @Test
    void anEndedPeriodMakesRoomAndStays() {
        jdbc().sql("update substitute set ended_at = now(), ended_by = 'admin'").update();

        add("safety-010", "principal-010", "2026-10-13", "2026-10-14");
        add("principal-010", "safety-010", "2026-10-13", "2026-10-14");

        assertThat(jdbc().sql("select count(*) from substitute")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThatThrownBy(() -> jdbc().sql("delete from substitute").update()).isInstanceOf(DataAccessException.class);
    }

    private void add(String person, String substitute, String from, String to) {
        jdbc().sql("""
                        insert into substitute (person, substitute, from_on, to_on, entered_by, entered_at)
                        values (:person, :substitute, cast(:from as date), cast(:to as date), 'admin', now())
                        """)
                .param("person", person)
                .param("substitute", substitute)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
