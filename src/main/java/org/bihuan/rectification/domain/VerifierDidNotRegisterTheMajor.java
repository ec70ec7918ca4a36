package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Who registered a major hazard does not verify it (S3). */
public record VerifierDidNotRegisterTheMajor(PersonId verifier, Hazard hazard) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return hazard.isMajor() && verifier.equals(hazard.origin().registeredBy());
    }
}
