package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;

/**
 * A reopened case gets a due day that lies ahead, and not beyond the longest term of a major one (4.5, 5.1).
 *
 * @param dueOn null for the rework term
 */
public record ReopenDayLiesAhead(@Nullable LocalDate dueOn, LocalDate today) implements BusinessRule {
    private static final int LONGEST = 180;

    @Override
    public boolean isBroken() {
        return dueOn != null && (!dueOn.isAfter(today) || dueOn.isAfter(today.plusDays(LONGEST)));
    }

    @Override
    public List<Object> arguments() {
        return List.of(today, today.plusDays(LONGEST));
    }
}
