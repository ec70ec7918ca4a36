package org.bihuan.rectification.domain;

import org.bihuan.hazard.Grade;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRule;

/** What was reported as major becomes general by the committee office alone (T22, U12). */
public record OnlyTheCommitteeOfficeDowngrades(Grade reported, Grade reviewed, Person by) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return reported == Grade.MAJOR && reviewed == Grade.GENERAL && !by.is(Role.COMMITTEE_OFFICE);
    }
}
