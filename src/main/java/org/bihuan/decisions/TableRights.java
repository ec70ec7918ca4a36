package org.bihuan.decisions;

import java.util.EnumSet;
import java.util.Set;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;

/** Who reads the county's tables, and who changes them. */
public final class TableRights {
    /** Those who work by the tables; what they say of an enterprise's own case its pages tell it. */
    private static final Set<Role> READERS =
            EnumSet.complementOf(EnumSet.of(Role.ENTERPRISE_SAFETY, Role.ENTERPRISE_PRINCIPAL, Role.EXPERT));

    private TableRights() {}

    public static boolean maySee(Person person) {
        return person.roles().stream().anyMatch(READERS::contains);
    }

    /** The terms are the committee office's, the settings the administrator's (7.1). */
    static boolean mayChange(Person person) {
        return person.is(Role.COMMITTEE_OFFICE) || person.is(Role.ADMIN);
    }
}
