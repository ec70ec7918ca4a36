package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.WorkingDays;

/**
 * A row of decision table {@code deadline}.
 *
 * @param days length of the term
 * @param unit whether they are working or calendar days
 * @param rollOver whether an end on a day off moves on (D3; false for D8)
 * @param earliest and {@code latest}: raw calendar days within which a person may name the day
 * @param soonDays working days left from which the clock counts as due soon
 */
public record Term(int days, Unit unit, boolean rollOver, int earliest, int latest, int soonDays) {

    /** How a term is counted (3.5). */
    public enum Unit {
        CALENDAR,
        WORKING
    }

    public CountedDay from(LocalDate start, WorkingDays calendar) {
        return CountedDay.of(new Count(start, days, unit, rollOver), calendar);
    }
}
