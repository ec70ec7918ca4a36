package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.DueDay;
import org.bihuan.calendar.WorkingDays;

/**
 * How a due day was counted, kept with its term: the same count by a new notice may end on another day (6.3), while a later change of
 * the county's table does not touch it.
 *
 * @param from the day of the event; not counted (D1)
 * @param days of that unit
 * @param rollOver whether an end on a day off moves on (D3; false for D8)
 */
public record Count(LocalDate from, int days, Term.Unit unit, boolean rollOver) {

    public DueDay by(WorkingDays calendar) {
        return unit == Term.Unit.WORKING
                ? calendar.plusWorkingDays(from, days)
                : calendar.plusCalendarDays(from, days, rollOver);
    }
}
