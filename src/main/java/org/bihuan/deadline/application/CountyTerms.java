package org.bihuan.deadline.application;

import java.time.LocalDate;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.Terms;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.DueDayLiesInTheBand;
import org.bihuan.hazard.Grade;
import org.bihuan.shared.BusinessRule;
import org.springframework.stereotype.Component;

/** Terms by the county's table. */
@Component
class CountyTerms implements Terms {
    private final DeadlineTables tables;
    private final CountyCalendar calendar;

    CountyTerms(DeadlineTables tables, CountyCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    @Override
    public DueDay rectifyBy(Grade grade, LocalDate assignedOn) {
        return tables.term(Purpose.RECTIFY, grade, false)
                .from(assignedOn, calendar.workingDays())
                .day();
    }

    @Override
    public void checkNamed(Grade grade, LocalDate assignedOn, LocalDate dueOn) {
        BusinessRule.check(band(grade, assignedOn, dueOn));
    }

    @Override
    public boolean allows(Grade grade, LocalDate assignedOn, LocalDate dueOn) {
        return !band(grade, assignedOn, dueOn).isBroken();
    }

    private DueDayLiesInTheBand band(Grade grade, LocalDate assignedOn, LocalDate dueOn) {
        return new DueDayLiesInTheBand(assignedOn, dueOn, tables.term(Purpose.RECTIFY, grade, false));
    }
}
