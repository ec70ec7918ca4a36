package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** The wished day lies behind the present one and not beyond what the county allows (4.4). */
public record WishLiesWithinTheLimit(LocalDate wishedOn, LocalDate dueOn, LocalDate latest) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return !wishedOn.isAfter(dueOn) || wishedOn.isAfter(latest);
    }

    @Override
    public List<Object> arguments() {
        return List.of(wishedOn, dueOn, latest);
    }
}
