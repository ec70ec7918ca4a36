package org.bihuan.rectification.domain;

import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.shared.BusinessRule;

/** The verifying unit is never the responsible unit (S2), nor that of somebody the verifier stands in for (S9). */
public record VerifierIsNotOfTheResponsibleUnit(Set<Person> verifiers, Hazard hazard) implements BusinessRule {
    @Override
    public boolean isBroken() {
        var responsible = hazard.responsibility().responsibleUnit();
        return responsible != null && verifiers.stream().anyMatch(verifier -> verifier.worksFor(responsible));
    }
}
