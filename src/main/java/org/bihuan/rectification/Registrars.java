package org.bihuan.rectification;

import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;

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
}
