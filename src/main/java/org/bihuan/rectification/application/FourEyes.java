package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.evidence.Evidence;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.domain.VerifierDidNotRegisterTheMajor;
import org.bihuan.rectification.domain.VerifierIsNotOfTheResponsibleUnit;
import org.bihuan.rectification.domain.VerifierTookNoPart;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/**
 * As whom people count by the rules of separation (7.2): who stands in for somebody carries his bans beside the own (S9), and what he does
 * counts as done by both.
 */
@Component
public class FourEyes {
    private final StandIns standIns;
    private final Organisation organisation;
    private final RoundsOfHazards rounds;
    private final Evidence evidence;
    private final CountyTime time;

    FourEyes(StandIns standIns, Organisation organisation, RoundsOfHazards rounds, Evidence evidence, CountyTime time) {
        this.standIns = standIns;
        this.organisation = organisation;
        this.rounds = rounds;
        this.evidence = evidence;
        this.time = time;
    }

    /** As whom somebody who acts now counts. */
    public Set<PersonId> of(Person person) {
        return standIns.actingAs(person.id());
    }

    /** As whom somebody counted on a day on which he acted. */
    public Set<PersonId> then(PersonId person, LocalDate day) {
        return standIns.actedAs(person, day);
    }

    /** The person at a step of the responsible side: in the place of whoever has the work, where he stands in for him. */
    Person forTheResponsible(Person by, Hazard hazard) {
        var user = hazard.responsibility().responsibleUser();
        return user != null && of(by).contains(user) ? by.inPlaceOf(user) : by;
    }

    /** @throws org.bihuan.shared.BusinessRuleViolated when S1, S2 or S3 bar this person or somebody he stands in for */
    void checkMayJudge(Hazard hazard, Person verifier) {
        BusinessRule.check(rulesFor(hazard, verifier).toArray(BusinessRule[]::new));
    }

    /** Whether one of the unit's people may give the verdict now: there, and barred by no rule. */
    boolean mayJudgeNow(Hazard hazard, Person verifier) {
        return standIns.workersFor(verifier.id()).isEmpty()
                && rulesFor(hazard, verifier).stream().noneMatch(BusinessRule::isBroken);
    }

    /** Whether somebody other than the proposer could decide for one of these people now: himself, or who stands in for him. */
    boolean hasAnother(Set<Person> people, Person proposer) {
        var proposers = of(proposer);
        return people.stream()
                .flatMap(person -> {
                    var workers = standIns.workersFor(person.id());
                    return workers.isEmpty() ? Set.of(person.id()).stream() : workers.stream();
                })
                .anyMatch(person -> standIns.actingAs(person).stream().noneMatch(proposers::contains));
    }

    private List<BusinessRule> rulesFor(Hazard hazard, Person verifier) {
        var verifiers = of(verifier);
        return List.of(
                new VerifierTookNoPart(verifiers, rectifiers(hazard)),
                new VerifierIsNotOfTheResponsibleUnit(people(verifiers), hazard),
                new VerifierDidNotRegisterTheMajor(
                        verifiers,
                        then(
                                hazard.origin().registeredBy(),
                                time.dayOf(hazard.origin().registeredAt())),
                        hazard));
    }

    private Set<PersonId> rectifiers(Hazard hazard) {
        var all = new HashSet<PersonId>();
        rounds.of(hazard.number())
                .rectifications(evidence.of(hazard.number().value()))
                .forEach(deed -> all.addAll(then(deed.by(), time.dayOf(deed.at()))));
        return all;
    }

    private Set<Person> people(Set<PersonId> ids) {
        return ids.stream().flatMap(id -> organisation.person(id).stream()).collect(Collectors.toSet());
    }
}
