package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** An extension is applied for before the due day has passed (4.4). */
public record ExtensionIsAskedBeforeExpiry(LocalDate today, LocalDate dueOn) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return today.isAfter(dueOn);
    }

    @Override
    public List<Object> arguments() {
        return List.of(dueOn);
    }
}
