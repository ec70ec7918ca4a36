package org.bihuan.rectification.application;

import java.util.Objects;
import java.util.Set;
import org.bihuan.evidence.Evidence;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.springframework.stereotype.Component;

/** To whom a verification is offered: the supervising unit, or the committee office where the rules leave nobody there (7.3). */
@Component
public class Verifiers {
    private final Organisation organisation;
    private final RoundsOfHazards rounds;
    private final Evidence evidence;

    Verifiers(Organisation organisation, RoundsOfHazards rounds, Evidence evidence) {
        this.organisation = organisation;
        this.rounds = rounds;
        this.evidence = evidence;
    }

    public String groupFor(Hazard hazard) {
        var unit = Objects.requireNonNull(hazard.responsibility().supervisingUnit());
        var barred = rounds.of(hazard.number())
                .rectifiers(evidence.of(hazard.number().value()));
        var somebody = organisation.peopleOf(unit, Set.of(Role.INSPECTOR, Role.UNIT_LEADER)).stream()
                .filter(person -> !barred.contains(person.id()))
                .anyMatch(person ->
                        !hazard.isMajor() || !person.id().equals(hazard.origin().registeredBy()));
        return somebody ? unit.group() : Role.COMMITTEE_OFFICE.group();
    }
}
