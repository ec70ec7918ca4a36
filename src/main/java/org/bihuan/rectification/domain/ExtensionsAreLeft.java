package org.bihuan.rectification.domain;

import java.util.List;
import org.bihuan.shared.BusinessRule;

/** A general hazard is extended once, a major twice, a day of rework once (4.4). */
public record ExtensionsAreLeft(int granted, int allowed) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return granted >= allowed;
    }

    @Override
    public List<Object> arguments() {
        return List.of(granted, allowed);
    }
}
