package org.bihuan.rectification.application;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.Assignments;
import org.springframework.stereotype.Component;

/** Who owes a registered case its first look. */
@Component
public class Reviewers {
    private final Assignments assignments;

    Reviewers(Assignments assignments) {
        this.assignments = assignments;
    }

    /** The supervising unit; where none was found the committee office; after the second decline the unit's leader (T7). */
    public String groupFor(Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        if (unit == null) {
            return Role.COMMITTEE_OFFICE.group();
        }
        return hazard.assigned() && assignments.declines(hazard.number()) >= 2 ? unit.leadersGroup() : unit.group();
    }
}
