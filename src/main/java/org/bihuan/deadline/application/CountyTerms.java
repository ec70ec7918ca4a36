package org.bihuan.deadline.application;

import java.time.LocalDate;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Terms;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.DueDayLiesInTheBand;
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
    public DueDay rectifyBy(CaseTraits of, LocalDate assignedOn) {
        return tables.term(Purpose.RECTIFY, of, false)
                .from(assignedOn, calendar.workingDays())
                .day();
    }

    @Override
    public void checkNamed(CaseTraits of, LocalDate assignedOn, LocalDate dueOn) {
        BusinessRule.check(band(of, assignedOn, dueOn));
    }

    @Override
    public int version(CaseTraits of) {
        return tables.version(of);
    }

    @Override
    public boolean allows(CaseTraits of, LocalDate assignedOn, LocalDate dueOn) {
        return !band(of, assignedOn, dueOn).isBroken();
    }

    private DueDayLiesInTheBand band(CaseTraits of, LocalDate assignedOn, LocalDate dueOn) {
        return new DueDayLiesInTheBand(assignedOn, dueOn, tables.term(Purpose.RECTIFY, of, false));
    }
}
