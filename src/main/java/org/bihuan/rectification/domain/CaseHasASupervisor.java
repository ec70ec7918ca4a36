package org.bihuan.rectification.domain;

import org.bihuan.hazard.Responsibility;
import org.bihuan.shared.BusinessRule;

/** A case is assigned only when a unit follows it, and never the responsible unit itself (4.7, S2). */
public record CaseHasASupervisor(Responsibility responsibility) implements BusinessRule {
    @Override
    public boolean isBroken() {
        var supervisor = responsibility.supervisingUnit();
        return supervisor == null || supervisor.equals(responsibility.responsibleUnit());
    }
}
