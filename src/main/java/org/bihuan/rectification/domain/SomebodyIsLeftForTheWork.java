package org.bihuan.rectification.domain;

import java.util.List;
import java.util.Map;
import org.bihuan.shared.BusinessRule;

/**
 * Nobody leaves work behind for which nobody is left (P8).
 *
 * @param withoutOthers open work by group of the mirror, of groups in which nobody else is
 */
public record SomebodyIsLeftForTheWork(Map<String, Integer> withoutOthers) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !withoutOthers.isEmpty();
    }

    @Override
    public List<Object> arguments() {
        return List.of(
                withoutOthers.values().stream().mapToInt(Integer::intValue).sum());
    }
}
