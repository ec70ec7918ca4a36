package org.bihuan.rectification.application;

import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.hazard.Responsibility;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Who has the work on the responsible side. */
@Component
public class Responsibles {
    private final Organisation organisation;

    Responsibles(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The enterprise's safety officer, or whoever of its people does that work; nobody for a public hazard, whose unit's people
     * take it among themselves.
     */
    public Optional<PersonId> personFor(Responsibility responsibility) {
        var enterprise = responsibility.enterprise();
        if (enterprise == null) {
            return Optional.empty();
        }
        var named = organisation.enterprise(enterprise).stream()
                .flatMap(found -> Stream.ofNullable(found.safetyOfficer()))
                .flatMap(id -> organisation.person(id).stream())
                .filter(Person::active);
        var others = organisation.peopleOf(enterprise).stream().filter(person -> person.is(Role.ENTERPRISE_SAFETY));
        return Stream.concat(named, others).map(Person::id).findFirst();
    }

    /** The group to which the work is offered when no one person has it. */
    public static String group(Responsibility responsibility) {
        return Optional.ofNullable(responsibility.enterprise())
                .map(CreditCode::group)
                .or(() -> Optional.ofNullable(responsibility.responsibleUnit()).map(UnitCode::group))
                .orElseThrow();
    }

    /** Whether the person stands on the responsible side of the case. */
    public static boolean isOfThem(Person person, Responsibility responsibility) {
        var enterprise = responsibility.enterprise();
        var unit = responsibility.responsibleUnit();
        return (enterprise != null && person.worksFor(enterprise)) || (unit != null && person.isOfficerOf(unit));
    }
}
