package org.bihuan.rectification.domain;

import org.bihuan.hazard.Hazard;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;

/** Who asks for more time for a major says what keeps people safe until then (4.4). */
public record MajorNamesItsInterimControls(
        Hazard hazard, @Nullable String interimControls) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return hazard.isMajor() && interimControls == null;
    }
}
