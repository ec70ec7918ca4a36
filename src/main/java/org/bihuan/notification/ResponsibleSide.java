package org.bihuan.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The responsible side of a case as its hand-overs need it: who has the work, and the running term of rectification. */
@Repository
class ResponsibleSide {
    private final JdbcClient jdbc;
    private final WorkGroups groups;

    ResponsibleSide(JdbcClient jdbc, WorkGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** A running term of rectification. */
    record Term(LocalDate dueOn, boolean immediate) {}

    Optional<Term> term(String hazard) {
        return jdbc.sql("select due_on, immediate from v_running_clock where hazard = :hazard and kind = 'RECTIFY'")
                .param("hazard", hazard)
                .query(Term.class)
                .optional();
    }

    /** Who judges the case; where nobody has taken that, those of the supervising unit who may. */
    Collection<String> verifiersOf(String hazard, @Nullable PersonId person) {
        if (person != null) {
            return List.of(person.value());
        }
        return jdbc.sql("select supervising_unit from v_case where number = :hazard")
                .param("hazard", hazard)
                .query(String.class)
                .optional()
                .map(unit -> groups.of(UnitCode.of(unit)))
                .orElseGet(Set::of);
    }

    /** The person who has the work; where it is offered to all, those who do the work of the enterprise or responsible unit. */
    Collection<String> of(String hazard, @Nullable PersonId person) {
        if (person != null) {
            return List.of(person.value());
        }
        return jdbc.sql("select enterprise, responsible_unit from v_case where number = :hazard")
                .param("hazard", hazard)
                .query((row, index) -> {
                    var enterprise = row.getString("enterprise");
                    return enterprise == null
                            ? groups.of(UnitCode.of(row.getString("responsible_unit")))
                            : groups.of(CreditCode.of(enterprise));
                })
                .single();
    }
}
