package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;

/**
 * Who answered for a term until it was handed over (T26).
 *
 * @param from the first day of the term, or the day on which the owner before gave it up
 */
public record FormerOwner(ClockKind kind, int term, ClockOwner owner, LocalDate from, LocalDate until) {

    public boolean held(Clock clock) {
        return kind == clock.kind() && term == clock.term();
    }
}
