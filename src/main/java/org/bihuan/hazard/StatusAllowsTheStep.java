package org.bihuan.hazard;

import java.util.List;
import org.bihuan.shared.BusinessRule;

/** An event that the table of transitions does not list for the present status is refused and changes nothing (domain 4.3). */
record StatusAllowsTheStep(Hazard hazard, Transition transition) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !transition.isOpenFrom(hazard.status());
    }

    @Override
    public List<Object> arguments() {
        return List.of(
                hazard.number(),
                BusinessRule.word("status." + hazard.status()),
                BusinessRule.word("transition." + transition));
    }
}
