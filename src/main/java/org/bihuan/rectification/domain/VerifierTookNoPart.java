package org.bihuan.rectification.domain;

import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/**
 * Nobody judges their own work (S1).
 *
 * @param rectifiers who reported completion or uploaded AFTER evidence before a report, over all rounds
 */
public record VerifierTookNoPart(PersonId verifier, Set<PersonId> rectifiers) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return rectifiers.contains(verifier);
    }
}
