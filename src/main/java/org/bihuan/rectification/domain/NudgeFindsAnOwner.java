package org.bihuan.rectification.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.hazard.Status;
import org.bihuan.shared.BusinessRule;

/** Only who has work with a deadline can be pressed for it (N16). */
public record NudgeFindsAnOwner(Status status) implements BusinessRule {
    private static final Set<Status> WITH_AN_OWNER = EnumSet.of(Status.ASSIGNED, Status.RECTIFYING, Status.SUBMITTED);

    @Override
    public boolean isBroken() {
        return !WITH_AN_OWNER.contains(status);
    }

    @Override
    public List<Object> arguments() {
        return List.of(BusinessRule.word("status." + status));
    }
}
