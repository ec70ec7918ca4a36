package org.bihuan.calendar;

/**
 * A notice is being taken in. Heard in its transaction, in which {@link CountyCalendar} counts by it already: whoever keeps days that
 * were counted by the calendar counts them anew.
 */
public record CalendarChanged(WorkingDays before, WorkingDays now) {}
