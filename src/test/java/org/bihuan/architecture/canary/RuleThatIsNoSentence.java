package org.bihuan.architecture.canary;

import org.bihuan.shared.BusinessRule;

/** Offends: a rule with hidden state. */
public class RuleThatIsNoSentence implements BusinessRule {
    @Override
    public boolean isBroken() {
        return true;
    }
}
