package org.bihuan.rectification.domain;

import java.util.Collections;
import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Proposing and deciding a void, a reopening or a hand-over are two persons (S7); each with whom he stands in for (S9). */
public record ProposerDoesNotDecide(Set<PersonId> proposers, Set<PersonId> deciders) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !Collections.disjoint(proposers, deciders);
    }
}
