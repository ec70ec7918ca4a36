package org.bihuan.rectification.domain;

import org.bihuan.hazard.Grade;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;

/** A major hazard names the clause that makes it one (T3). */
public record MajorNamesItsCriterion(Grade grade, @Nullable String criterion) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return grade == Grade.MAJOR && criterion == null;
    }
}
