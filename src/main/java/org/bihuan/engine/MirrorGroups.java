package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.springframework.stereotype.Component;

/** The groups of a person in the engine's mirror (contract 3). */
@Component
class MirrorGroups {

    /** The unit's group for its officers, one per role, {@code <unit>-leader}, {@code ent-<credit code>}; no order. */
    List<String> of(Person person) {
        List<String> groups = new ArrayList<>();
        person.roles().forEach(role -> groups.add(role.group()));
        var unit = person.unit();
        if (unit != null && person.isOfficerOf(unit)) {
            groups.add(unitGroup(unit.value()));
        }
        if (unit != null && person.is(Role.UNIT_LEADER)) {
            groups.add(unitGroup(unit.value()) + "-leader");
        }
        var enterprise = person.enterprise();
        if (enterprise != null) {
            groups.add(enterprise.group());
        }
        return groups;
    }

    private static String unitGroup(String code) {
        return code.toLowerCase(java.util.Locale.ROOT);
    }
}
