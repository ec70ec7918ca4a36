package org.bihuan.rectification.domain;

import org.bihuan.hazard.Grade;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRule;

/** Only an inspector closes on the spot, and only a general hazard (4.2). */
public record OnTheSpotIsGeneralAndByAnInspector(Grade grade, Person by) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return grade != Grade.GENERAL || !by.is(Role.INSPECTOR);
    }
}
