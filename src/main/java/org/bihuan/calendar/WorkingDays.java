package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * The county's working days as they are known now: Monday to Friday but for the exceptions of the yearly notices (domain 6).
 * Immutable; ask {@link CountyCalendar} for the present one.
 */
public interface WorkingDays {
    /** The longest count of working days either way; no term of the county comes near it. */
    int MOST_WORKING_DAYS = 400;

    /** The longest count of calendar days. */
    int MOST_CALENDAR_DAYS = 1000;

    /** Grows with every notice taken in; 0 as shipped. */
    int revision();

    boolean isWorkingDay(LocalDate day);

    /** Whether the year has at least one row of an official notice. */
    boolean isKnown(int year);

    /** The years that are known. */
    Set<Integer> knownYears();

    /**
     * Counts working days; the start day is not counted (D1).
     *
     * @param from any day, working or not
     * @param days 1 to 400 forward, -1 to -400 backward; WD
     * @throws IllegalArgumentException if {@code days} is 0 or beyond 400 either way
     */
    DueDay plusWorkingDays(LocalDate from, int days);

    /**
     * The same count without its arithmetic in words, for the ladder: a case may be overdue for years.
     *
     * @param days forward or backward, not 0; WD
     */
    LocalDate workingDayFrom(LocalDate from, int days);

    /**
     * Counts calendar days; the start day is not counted (D1).
     *
     * @param days 0 to 1000; CD
     * @param rollOver whether an end on a day off moves on to the next working day (D3; false for D8)
     */
    DueDay plusCalendarDays(LocalDate from, int days, boolean rollOver);

    /**
     * Working days after today up to and including the due day; 0 on the due day and on a day off before a due day that is
     * itself off; after the due day minus the working days since (5.1).
     */
    int workingDaysLeft(LocalDate today, LocalDate dueOn);

    /** The day itself if it is a working day, else the last one before it. */
    LocalDate lastWorkingDayUpTo(LocalDate day);

    /** The day itself if it is a working day, else the next one after it. */
    LocalDate firstWorkingDayFrom(LocalDate day);
}
