package org.bihuan.rectification.application;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.engine.Decisions;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.domain.ExtensionLimits;
import org.springframework.stereotype.Component;

/** The county's tables on extensions, as they were when the case was registered: how far, and who decides (4.4). */
@Component
class ExtensionTables {
    private final Decisions decisions;
    private final Organisation organisation;

    ExtensionTables(Decisions decisions, Organisation organisation) {
        this.decisions = decisions;
        this.organisation = organisation;
    }

    ExtensionLimits limits(Hazard hazard) {
        return limits(hazard.finding().grade(), hazard.origin().registeredAt());
    }

    ExtensionLimits limits(Grade grade, Instant registeredAt) {
        var row = decisions.asOf(registeredAt).row("extension-limits", Map.of("grade", grade.name()));
        return new ExtensionLimits(
                number(row, "times"), number(row, "days"), number(row, "lead"), number(row, "total"));
    }

    /** The group of the mirror that decides; where a unit has no leader, the committee office (N10). */
    String deciderOf(Hazard hazard, long days, boolean late) {
        var row = decisions
                .asOf(hazard.origin().registeredAt())
                .row(
                        "extension-decider",
                        Map.of("grade", hazard.finding().grade().name(), "days", (int) days, "late", late));
        var decider = text(row, "decider");
        return decider.equals(Role.UNIT_LEADER.group()) ? leadersOfTheSupervisor(hazard) : decider;
    }

    String leadersOfTheSupervisor(Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return unit == null
                        || organisation.peopleOf(unit, Set.of(Role.UNIT_LEADER)).isEmpty()
                ? Role.COMMITTEE_OFFICE.group()
                : unit.leadersGroup();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column).toString();
    }

    private static int number(Map<String, Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }
}
