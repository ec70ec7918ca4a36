package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** Nothing is found tomorrow (T1). */
public record FoundNotInTheFuture(LocalDate foundOn, LocalDate today) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return foundOn.isAfter(today);
    }

    @Override
    public List<Object> arguments() {
        return List.of(foundOn, today);
    }
}
