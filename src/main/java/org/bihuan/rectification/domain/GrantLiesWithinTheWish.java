package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/**
 * The decider may grant less than asked, never more; the day lies behind the present one and at least one working day after the
 * decision (4.4).
 *
 * @param latest the wished day, or where it has passed meanwhile the first day that may be granted
 */
public record GrantLiesWithinTheWish(LocalDate grantedOn, LocalDate earliest, LocalDate latest)
        implements BusinessRule {
    @Override
    public boolean isBroken() {
        return grantedOn.isBefore(earliest) || grantedOn.isAfter(latest);
    }

    @Override
    public List<Object> arguments() {
        return List.of(grantedOn, earliest, latest);
    }
}
