package org.bihuan.rectification;

import java.util.Optional;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;

/** Who may register hazards at all (T1). Whether this one, in this enterprise, registration itself decides. */
public final class Registrars {
    private Registrars() {}

    public static boolean mayRegister(Person person) {
        return ofTheAuthorities(person) || person.is(Role.ENTERPRISE_SAFETY);
    }

    /** Those who register anywhere; an enterprise's people do so in their own enterprise only. */
    public static boolean ofTheAuthorities(Person person) {
        return person.is(Role.INSPECTOR)
                || person.is(Role.UNIT_LEADER)
                || person.is(Role.COMMITTEE_OFFICE)
                || person.is(Role.COMPLAINT_CLERK);
    }

    /** Where a hazard of this person usually comes from (contract 5). */
    public static Source usualSource(Person person, Organisation organisation) {
        if (person.enterprise() != null) {
            return Source.SELF_CHECK;
        }
        if (person.is(Role.COMPLAINT_CLERK)) {
            return Source.PUBLIC_REPORT;
        }
        var isOfTownOrZone = Optional.ofNullable(person.unit())
                .flatMap(organisation::unit)
                .map(Unit::isTownOrZone)
                .orElse(false);
        return isOfTownOrZone ? Source.TOWN_PATROL : Source.ROUTINE_INSPECTION;
    }
}
