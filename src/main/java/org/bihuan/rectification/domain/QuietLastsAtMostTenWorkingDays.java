package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;

/**
 * A superior who has answered may ask not to be told again, until a day ahead and at most ten working days away (N11).
 *
 * @param until null where he does not ask for it
 */
public record QuietLastsAtMostTenWorkingDays(@Nullable LocalDate until, LocalDate today, LocalDate latest)
        implements BusinessRule {
    @Override
    public boolean isBroken() {
        return until != null && (!until.isAfter(today) || until.isAfter(latest));
    }

    @Override
    public List<Object> arguments() {
        return List.of(today, latest);
    }
}
