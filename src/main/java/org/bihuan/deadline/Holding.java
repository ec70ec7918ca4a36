package org.bihuan.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long one owner had one kind of clock in one round, all its terms together (5.1).
 *
 * @param from the first day; not counted, as of every term (D1)
 * @param until the day on which he gave it up or the last term stopped; null while he has it
 * @param calendarDays spent up to {@code until} or today; a report that stood in between is not his time
 * @param workingDays the same in working days
 */
public record Holding(
        ClockKind kind,
        int round,
        ClockOwner owner,
        LocalDate from,
        @Nullable LocalDate until,
        int calendarDays,
        int workingDays) {}
