package org.bihuan.rectification.application;

import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Who decides what somebody else has proposed (T23, T28, S7). */
@Component
public class Deciders {
    private final Organisation organisation;
    private final FourEyes fourEyes;

    Deciders(Organisation organisation, FourEyes fourEyes) {
        this.organisation = organisation;
        this.fourEyes = fourEyes;
    }

    /**
     * The unit's leader for a general hazard, the committee office for a major one; where nobody but the proposer is there, or
     * stands in, the next above (N10, S9). Group of the mirror.
     */
    String of(Hazard hazard, Person proposer) {
        var unit = hazard.responsibility().supervisingUnit();
        if (!hazard.isMajor() && unit != null && anotherLeads(unit, proposer)) {
            return unit.leadersGroup();
        }
        return isHeldByAnother(Role.COMMITTEE_OFFICE, proposer)
                ? Role.COMMITTEE_OFFICE.group()
                : Role.COUNTY_LEADER.group();
    }

    /** Whether the person is one of the group. */
    public static boolean isOneOf(Person person, String group) {
        var unit = person.unit();
        return Stream.of(Role.COMMITTEE_OFFICE, Role.COUNTY_LEADER)
                        .anyMatch(role -> role.group().equals(group) && person.is(role))
                || (unit != null
                        && person.is(Role.UNIT_LEADER)
                        && unit.leadersGroup().equals(group));
    }

    private boolean anotherLeads(UnitCode unit, Person proposer) {
        return fourEyes.hasAnother(Set.copyOf(organisation.peopleOf(unit, Set.of(Role.UNIT_LEADER))), proposer);
    }

    private boolean isHeldByAnother(Role role, Person proposer) {
        return fourEyes.hasAnother(Set.copyOf(organisation.holdersOf(role)), proposer);
    }
}
