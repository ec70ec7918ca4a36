package org.bihuan.rectification.domain;

import java.util.Collections;
import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/**
 * Nobody judges their own work (S1, S9).
 *
 * @param actingAs the verifier and everybody the verifier stands in for
 * @param rectifiers who reported completion or uploaded AFTER evidence before a report, over all rounds; and for whom they stood in then
 */
public record VerifierTookNoPart(Set<PersonId> actingAs, Set<PersonId> rectifiers) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !Collections.disjoint(actingAs, rectifiers);
    }
}
