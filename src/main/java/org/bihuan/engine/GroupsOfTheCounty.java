package org.bihuan.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The groups of the engine's mirror and who is in them (contract 3). */
@Component
class GroupsOfTheCounty {
    private final Organisation organisation;
    private final MessageSource words;

    GroupsOfTheCounty(Organisation organisation, MessageSource words) {
        this.organisation = organisation;
        this.words = words;
    }

    /** Ids and names of all groups: roles, units and their leaders, enterprises. */
    Map<String, String> all() {
        Map<String, String> groups = new LinkedHashMap<>();
        Arrays.stream(Role.values()).forEach(role -> groups.put(role.group(), word("role." + role.name())));
        organisation.units().forEach(unit -> {
            groups.put(unit.code().group(), unit.name());
            groups.put(unit.code().leadersGroup(), word("group.leaders", unit.name()));
        });
        organisation
                .enterprises()
                .forEach(enterprise -> groups.put(enterprise.code().group(), enterprise.name()));
        return groups;
    }

    /** A unit's group for its officers, one group a role, the leaders' group, the enterprise's group; no order. */
    List<String> of(Person person) {
        List<String> groups = new ArrayList<>();
        person.roles().forEach(role -> groups.add(role.group()));
        var unit = person.unit();
        if (unit != null && person.isOfficerOf(unit)) {
            groups.add(unit.group());
        }
        if (unit != null && person.is(Role.UNIT_LEADER)) {
            groups.add(unit.leadersGroup());
        }
        var enterprise = person.enterprise();
        if (enterprise != null) {
            groups.add(enterprise.group());
        }
        return groups;
    }

    private String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
