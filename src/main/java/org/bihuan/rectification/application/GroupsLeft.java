package org.bihuan.rectification.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.springframework.stereotype.Component;

/** Groups of the mirror in which nobody would be left without one person. */
@Component
class GroupsLeft {
    private static final Set<Role> OFFICERS = Set.of(Role.INSPECTOR, Role.UNIT_LEADER, Role.COMMITTEE_OFFICE);

    private final Organisation organisation;

    GroupsLeft(Organisation organisation) {
        this.organisation = organisation;
    }

    List<String> by(Person person) {
        var left = new ArrayList<String>();
        var unit = person.unit();
        if (unit != null && person.isOfficerOf(unit) && isAlone(person, organisation.peopleOf(unit, OFFICERS))) {
            left.add(unit.group());
        }
        if (unit != null
                && person.is(Role.UNIT_LEADER)
                && isAlone(person, organisation.peopleOf(unit, Set.of(Role.UNIT_LEADER)))) {
            left.add(unit.leadersGroup());
        }
        for (var role : List.of(Role.COMMITTEE_OFFICE, Role.COUNTY_LEADER)) {
            if (person.is(role) && isAlone(person, organisation.holdersOf(role))) {
                left.add(role.group());
            }
        }
        var enterprise = person.enterprise();
        if (enterprise != null && isAlone(person, organisation.peopleOf(enterprise))) {
            left.add(enterprise.group());
        }
        return left;
    }

    boolean isOfAnEnterprise(String group) {
        return group.startsWith("ent-");
    }

    private static boolean isAlone(Person person, List<Person> group) {
        return group.stream().allMatch(other -> other.id().equals(person.id()));
    }
}
