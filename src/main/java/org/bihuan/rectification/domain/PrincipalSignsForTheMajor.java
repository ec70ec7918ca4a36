package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRule;

/** An extension of a major is asked for by the principal in person; for a public hazard by the unit's leader (T13, 5.1). */
public record PrincipalSignsForTheMajor(Hazard hazard, Person asker) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return hazard.isMajor() && !asker.is(signer(hazard));
    }

    /** Who signs for the responsible side. */
    public static Role signer(Hazard hazard) {
        return hazard.responsibility().enterprise() == null ? Role.UNIT_LEADER : Role.ENTERPRISE_PRINCIPAL;
    }
}
