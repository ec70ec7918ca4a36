package org.bihuan.rectification.domain;

import java.util.Collections;
import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Who asks for an extension does not decide it (S5); each with whom he stands in for (S9). */
public record AskerDoesNotDecide(Set<PersonId> askers, Set<PersonId> deciders) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !Collections.disjoint(askers, deciders);
    }
}
