package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Until when an extension may be asked for without going one decider higher (4.4, 5.3), for readers that know a case by its row. */
@FunctionalInterface
public interface LastDayToAsk {
    /**
     * @param registeredAt which version of the tables rules the case
     * @param granted extensions that the assignment has had
     * @param startedOn first day of the running term of rectification
     * @param dueOn its last; county days, as the others
     * @return empty when no extension is left
     */
    Optional<LocalDate> of(boolean major, Instant registeredAt, int granted, LocalDate startedOn, LocalDate dueOn);
}
