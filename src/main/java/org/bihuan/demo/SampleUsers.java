package org.bihuan.demo;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One person for each role, to try the system with. Those of one enterprise and its town belong together: what this inspector
 * registers there is what this safety officer gets.
 */
@Component
@Profile("demo")
class SampleUsers {
    private static final Comparator<Person> PLAINEST_FIRST = Comparator.<Person>comparingInt(
                    person -> person.roles().size())
            .thenComparing(person -> person.id().value());

    private final Organisation organisation;

    SampleUsers(Organisation organisation) {
        this.organisation = organisation;
    }

    /** In the order of the roles; a role that nobody holds is left out. */
    Map<Role, Person> onePerRole() {
        var neighbours = neighbours();
        Map<Role, Person> chosen = new EnumMap<>(Role.class);
        for (var role : Role.values()) {
            plainest(role, neighbours)
                    .or(() -> plainest(role, organisation.holdersOf(role)))
                    .ifPresent(person -> chosen.put(role, person));
        }
        return chosen;
    }

    private List<Person> neighbours() {
        var officer = plainest(Role.ENTERPRISE_SAFETY, organisation.holdersOf(Role.ENTERPRISE_SAFETY));
        var enterprise = officer.map(Person::enterprise).flatMap(organisation::enterprise);
        var office = enterprise.flatMap(home -> organisation.officeOf(home.region()));
        return organisation.people().stream()
                .filter(Person::active)
                .filter(person ->
                        enterprise.filter(home -> person.worksFor(home.code())).isPresent()
                                || office.filter(home -> person.worksFor(home.code()))
                                        .isPresent())
                .toList();
    }

    private static Optional<Person> plainest(Role role, List<Person> people) {
        return people.stream().filter(person -> person.is(role)).min(PLAINEST_FIRST);
    }
}
