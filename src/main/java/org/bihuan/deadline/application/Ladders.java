package org.bihuan.deadline.application;

import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.domain.Ladder;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** The ladders of the county: rows of the decision table, counted in its working days. */
@Component
class Ladders {
    private final DeadlineTables tables;
    private final CountyCalendar calendar;
    private final CountyTime time;

    Ladders(DeadlineTables tables, CountyCalendar calendar, CountyTime time) {
        this.tables = tables;
        this.calendar = calendar;
        this.time = time;
    }

    Ladder of(ClockKind clock, CaseTraits of) {
        return new Ladder(tables.ladder(clock, of), calendar.workingDays(), time);
    }
}
