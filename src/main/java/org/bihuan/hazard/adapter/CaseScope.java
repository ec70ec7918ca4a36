package org.bihuan.hazard.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * Which cases a person sees (design 8), as a condition on table {@code hazard h}. The one place where this is said: pages, lists,
 * counts, search, files, exports and forms all ask here.
 */
@Component
class CaseScope {
    private final Organisation organisation;
    private final StandIns standIns;

    CaseScope(Organisation organisation, StandIns standIns) {
        this.organisation = organisation;
        this.standIns = standIns;
    }

    /** @param params values of the condition's parameters, all named {@code scope…} */
    record Condition(String sql, Map<String, Object> params) {}

    Condition of(Person reader) {
        if (!reader.active()) {
            return new Condition("false", Map.of());
        }
        if (seesWholeCounty(reader)) {
            return new Condition("true", Map.of());
        }
        var ways = new ArrayList<String>();
        Map<String, Object> params = new HashMap<>();
        // With those he stands in for: what they have registered, acted in or were told is his to see for the time
        // (N8).
        params.put(
                "scopePeople",
                standIns.actingAs(reader.id()).stream().map(PersonId::value).toList());
        // Exists, not in: for one case the planner then looks up one row instead of all that a person ever touched.
        ways.add("exists (select from case_log c where c.hazard = h.number and c.by_person in (:scopePeople))");
        ways.add("exists (select from case_reader r where r.hazard = h.number and r.person in (:scopePeople))");
        if (reader.enterprise() != null) {
            params.put("scopeEnterprise", reader.enterprise().value());
            ways.add("(h.enterprise = :scopeEnterprise and (h.assigned or h.self_registered))");
        }
        unitOf(reader).ifPresent(unit -> ofUnit(unit, ways, params));
        return new Condition("(" + String.join(" or ", ways) + ")", params);
    }

    /** An administrator keeps the machine running and has no business data (domain 7.1), whatever else he is. */
    private static boolean seesWholeCounty(Person reader) {
        return reader.is(Role.COMMITTEE_OFFICE) || reader.is(Role.COUNTY_LEADER) || reader.is(Role.AUDITOR);
    }

    private Optional<Unit> unitOf(Person reader) {
        return reader.unit() != null && (reader.is(Role.INSPECTOR) || reader.is(Role.UNIT_LEADER))
                ? organisation.unit(reader.unit())
                : Optional.empty();
    }

    private static void ofUnit(Unit unit, List<String> ways, Map<String, Object> params) {
        params.put("scopeUnit", unit.code().value());
        ways.add("h.supervising_unit = :scopeUnit");
        ways.add("h.responsible_unit = :scopeUnit");
        ways.add("h.finding_unit = :scopeUnit");
        if (unit.isTownOrZone()) {
            params.put("scopeRegion", unit.region());
            ways.add("h.region = :scopeRegion");
        } else if (!unit.industries().isEmpty()) {
            params.put("scopeIndustries", List.copyOf(unit.industries()));
            ways.add("h.industry in (:scopeIndustries)");
        }
    }
}
