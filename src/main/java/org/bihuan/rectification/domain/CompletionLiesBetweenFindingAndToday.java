package org.bihuan.rectification.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** Completion lies neither before the discovery nor in the future (T15). */
public record CompletionLiesBetweenFindingAndToday(LocalDate completedOn, LocalDate foundOn, LocalDate today)
        implements BusinessRule {
    @Override
    public boolean isBroken() {
        return completedOn.isBefore(foundOn) || completedOn.isAfter(today);
    }

    @Override
    public List<Object> arguments() {
        return List.of(completedOn, foundOn, today);
    }
}
