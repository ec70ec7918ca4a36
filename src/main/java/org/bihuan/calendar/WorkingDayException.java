package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * One row of a yearly holiday notice.
 *
 * @param name of the holiday, as the notice has it
 */
record WorkingDayException(LocalDate day, Kind kind, String name) {

    /** What the notice makes of the day. */
    enum Kind {
        OFF,
        WORK
    }

    boolean isOff() {
        return kind == Kind.OFF;
    }

    /** By how much the day changes a count of Mondays to Fridays: a weekday taken away, a weekend day added. */
    int difference() {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (isOff()) {
            return weekend ? 0 : -1;
        }
        return weekend ? 1 : 0;
    }
}
