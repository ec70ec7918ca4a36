package org.bihuan.deadline.domain;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.BusinessRule;

/** A due day set by hand lies within the allowed days after the assignment, both ends included (5.1). */
public record DueDayLiesInTheBand(LocalDate assignedOn, LocalDate dueOn, Term term) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return dueOn.isBefore(earliest()) || dueOn.isAfter(latest());
    }

    @Override
    public List<Object> arguments() {
        return List.of(dueOn, earliest(), latest());
    }

    private LocalDate earliest() {
        return assignedOn.plusDays(term.earliest());
    }

    private LocalDate latest() {
        return assignedOn.plusDays(term.latest());
    }
}
