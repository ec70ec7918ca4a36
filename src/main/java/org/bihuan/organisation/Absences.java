package org.bihuan.organisation;

import static org.bihuan.organisation.Role.COMMITTEE_OFFICE;
import static org.bihuan.organisation.Role.COUNTY_LEADER;
import static org.bihuan.organisation.Role.ENTERPRISE_PRINCIPAL;
import static org.bihuan.organisation.Role.UNIT_LEADER;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.organisation.StandIns.Absence;

/**
 * Finds who is there instead of whom: one hop from the person to the named substitute, then up, never on to a substitute's substitute
 * (N8, N10).
 */
final class Absences {
    private final Organisation organisation;
    private final Map<PersonId, PersonId> named = new HashMap<>();

    /** @param counting the periods that count at the moment looked at, one a person */
    Absences(Organisation organisation, List<Substitution> counting) {
        this.organisation = organisation;
        counting.forEach(period -> named.put(period.person(), period.substitute()));
    }

    Map<PersonId, Absence> all() {
        var absences = new HashMap<PersonId, Absence>();
        named.forEach((away, substitute) -> organisation
                .person(away)
                .filter(Person::active)
                .ifPresent(person -> absences.put(away, absence(person, substitute))));
        return absences;
    }

    /** Superiors of the person who are there, the person left out. */
    List<PersonId> superiorsOf(Person person) {
        var enterprise = person.enterprise();
        if (enterprise != null) {
            return there(
                    organisation.peopleOf(enterprise).stream()
                            .filter(other -> other.is(ENTERPRISE_PRINCIPAL))
                            .toList(),
                    person);
        }
        var unit = person.unit();
        if (unit == null || !person.isOfficerOf(unit)) {
            return List.of();
        }
        var leaders = there(organisation.peopleOf(unit, Set.of(UNIT_LEADER)), person);
        return leaders.isEmpty() ? there(organisation.holdersOf(COMMITTEE_OFFICE), person) : leaders;
    }

    private Absence absence(Person person, PersonId substitute) {
        var workers = fit(person, substitute).map(stand -> List.of(stand.id())).orElseGet(() -> superiorsOf(person));
        return new Absence(person.id(), workers, workers.isEmpty() ? readersOf(person) : workers);
    }

    private Optional<Person> fit(Person person, PersonId substitute) {
        return organisation
                .person(substitute)
                .filter(other -> !named.containsKey(substitute))
                .filter(other -> Fitness.of(other, person) == Fitness.FIT);
    }

    private List<PersonId> readersOf(Person person) {
        var office = there(organisation.holdersOf(COMMITTEE_OFFICE), person);
        return office.isEmpty() ? there(organisation.holdersOf(COUNTY_LEADER), person) : office;
    }

    private List<PersonId> there(List<Person> people, Person butNot) {
        return people.stream()
                .map(Person::id)
                .filter(id -> !id.equals(butNot.id()) && !named.containsKey(id))
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }
}
