package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * One row of a yearly holiday notice.
 *
 * @param name of the holiday, as the notice has it
 * @param notice year of the notice that says so: that of the day, or the next one for the last days of a December (6.3)
 */
record WorkingDayException(LocalDate day, Kind kind, String name, int notice) {

    WorkingDayException(LocalDate day, Kind kind, String name) {
        this(day, kind, name, day.getYear());
    }

    /** What the notice makes of the day. */
    enum Kind {
        OFF,
        WORK
    }

    boolean isOff() {
        return kind == Kind.OFF;
    }

    /** Whether it comes from the notice of its own year: only that makes a year known. */
    boolean isOfItsYear() {
        return notice == day.getYear();
    }

    boolean isWeekend() {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** By how much the day changes a count of Mondays to Fridays: a weekday taken away, a weekend day added. */
    int difference() {
        if (isOff()) {
            return isWeekend() ? 0 : -1;
        }
        return isWeekend() ? 1 : 0;
    }
}
