package org.bihuan.calendar;

/** Where the county's working days are kept. */
public interface CountyCalendar {
    /** The working days by the notices known now; from memory, following a new notice within seconds. */
    WorkingDays workingDays();
}
