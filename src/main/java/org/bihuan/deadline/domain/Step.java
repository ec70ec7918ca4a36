package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.WorkingDays;

/**
 * A row of decision table {@code ladder}: what happens so many working days from the due day, and who is told.
 *
 * @param step START, CATCHUP, or working days from the due day: {@code -3}, {@code 0}, {@code +1}
 * @param audience names of audiences separated by commas
 * @param action what reaches them, for example REMINDER
 */
public record Step(String step, String audience, String action) {
    public static final String START = "START";
    public static final String CATCHUP = "CATCHUP";

    /** Whether it is bound to the due day rather than to the start of the term. */
    public boolean isOffset() {
        return !step.equals(START) && !step.equals(CATCHUP);
    }

    public int offset() {
        return Integer.parseInt(step.startsWith("+") ? step.substring(1) : step);
    }

    /**
     * The day on which it fires: 0 and before count from the last working day up to the due day, later ones from the due day
     * itself (5.3).
     */
    public LocalDate dayFor(LocalDate dueOn, WorkingDays days) {
        var offset = offset();
        if (offset > 0) {
            return days.plusWorkingDays(dueOn, offset).date();
        }
        var lastWorkingDay = days.lastWorkingDayUpTo(dueOn);
        return offset == 0
                ? lastWorkingDay
                : days.plusWorkingDays(lastWorkingDay, offset).date();
    }
}
