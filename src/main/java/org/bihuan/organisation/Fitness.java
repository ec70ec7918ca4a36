package org.bihuan.organisation;

import static org.bihuan.organisation.Role.ENTERPRISE_PRINCIPAL;
import static org.bihuan.organisation.Role.ENTERPRISE_SAFETY;
import static org.bihuan.organisation.Role.INSPECTOR;
import static org.bihuan.organisation.Role.UNIT_LEADER;

import java.util.EnumSet;
import java.util.Set;

/** Whether one person may do the work of another: of the same unit or enterprise, and with a role for it. */
enum Fitness {
    FIT,
    HIMSELF,
    /** Unknown, gone, or of another unit or enterprise; these look alike. */
    NOT_A_COLLEAGUE,
    LACKS_THE_ROLE;

    /**
     * Roles that come with standing in: who works in a unit may be its leader for some days, who works for an enterprise its principal.
     * Every other role reaches beyond the unit; a substitute must hold it himself.
     */
    static final Set<Role> LENT = EnumSet.of(INSPECTOR, UNIT_LEADER, ENTERPRISE_SAFETY, ENTERPRISE_PRINCIPAL);

    static Fitness of(Person substitute, Person person) {
        if (substitute.id().equals(person.id())) {
            return HIMSELF;
        }
        if (!substitute.active() || !areColleagues(substitute, person)) {
            return NOT_A_COLLEAGUE;
        }
        return person.roles().stream().allMatch(role -> mayDo(substitute, role)) ? FIT : LACKS_THE_ROLE;
    }

    static boolean areColleagues(Person one, Person other) {
        var unit = one.unit();
        var enterprise = one.enterprise();
        return unit != null ? other.worksFor(unit) : enterprise != null && other.worksFor(enterprise);
    }

    private static boolean mayDo(Person substitute, Role role) {
        return LENT.contains(role)
                ? substitute.roles().stream().anyMatch(own -> LENT.contains(own) || own.worksInUnit())
                : substitute.roles().contains(role);
    }
}
