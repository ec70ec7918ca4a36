package org.bihuan.rectification.domain;

import java.util.List;
import java.util.Objects;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.BusinessRule;

/**
 * A duplicate hangs under an open case of the same enterprise or unit and region, of the same or a higher grade, never under
 * itself (T4, T24).
 */
public record SurvivorMayTakeTheCase(Hazard duplicate, Hazard survivor) implements BusinessRule {
    @Override
    public boolean isBroken() {
        var one = duplicate.responsibility();
        var other = survivor.responsibility();
        return duplicate.number().equals(survivor.number())
                || !survivor.status().isOpen()
                || !Objects.equals(one.enterprise(), other.enterprise())
                || !Objects.equals(one.responsibleUnit(), other.responsibleUnit())
                || !duplicate.finding().region().equals(survivor.finding().region())
                || (duplicate.isMajor() && !survivor.isMajor());
    }

    @Override
    public List<Object> arguments() {
        return List.of(survivor.number());
    }
}
