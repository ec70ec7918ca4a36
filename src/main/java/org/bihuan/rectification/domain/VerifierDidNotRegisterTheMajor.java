package org.bihuan.rectification.domain;

import java.util.Collections;
import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Who registered a major hazard does not verify it (S3); each with whom he stands or stood in for (S9). */
public record VerifierDidNotRegisterTheMajor(Set<PersonId> verifiers, Set<PersonId> registrants, Hazard hazard)
        implements BusinessRule {
    @Override
    public boolean isBroken() {
        return hazard.isMajor() && !Collections.disjoint(verifiers, registrants);
    }
}
