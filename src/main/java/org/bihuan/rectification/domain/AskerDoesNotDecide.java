package org.bihuan.rectification.domain;

import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;

/** Who asks for an extension does not decide it (S5). */
public record AskerDoesNotDecide(PersonId asker, PersonId decider) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return asker.equals(decider);
    }
}
