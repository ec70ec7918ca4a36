package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** A case is reopened within ninety calendar days of its closing; later it is a new hazard, linked as a recurrence (T28). */
public record ReopenedWithinNinetyDays(LocalDate closedOn, LocalDate today) implements BusinessRule {
    private static final int DAYS = 90;

    @Override
    public boolean isBroken() {
        return today.isAfter(closedOn.plusDays(DAYS));
    }

    @Override
    public List<Object> arguments() {
        return List.of(closedOn, DAYS);
    }
}
