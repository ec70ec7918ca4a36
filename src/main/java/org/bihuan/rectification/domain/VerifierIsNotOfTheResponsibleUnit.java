package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.shared.BusinessRule;

/** The verifying unit is never the responsible unit (S2). */
public record VerifierIsNotOfTheResponsibleUnit(Person verifier, Hazard hazard) implements BusinessRule {
    @Override
    public boolean isBroken() {
        var responsible = hazard.responsibility().responsibleUnit();
        return responsible != null && verifier.worksFor(responsible);
    }
}
