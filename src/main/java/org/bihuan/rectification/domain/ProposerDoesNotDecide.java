package org.bihuan.rectification.domain;

import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Proposing and deciding a void, a reopening or a hand-over are two persons (S7). */
public record ProposerDoesNotDecide(PersonId proposer, PersonId decider) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return proposer.equals(decider);
    }
}
