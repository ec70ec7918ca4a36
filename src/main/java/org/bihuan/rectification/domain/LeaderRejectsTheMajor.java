package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRule;

/** An entry reported as major is rejected by the unit's leader, or merged by the committee office (T5, T24). */
public record LeaderRejectsTheMajor(Hazard hazard, Person by) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return hazard.isMajor() && !by.is(Role.UNIT_LEADER) && !by.is(Role.COMMITTEE_OFFICE);
    }
}
