package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRule;

/** An extension of a major is asked for by the principal in person; for a public hazard by the unit's leader (T13, 5.1). */
public record PrincipalSignsForTheMajor(Hazard hazard, Person asker) implements BusinessRule {
    @Override
    public boolean isBroken() {
        var role = hazard.responsibility().enterprise() == null ? Role.UNIT_LEADER : Role.ENTERPRISE_PRINCIPAL;
        return hazard.isMajor() && !asker.is(role);
    }
}
