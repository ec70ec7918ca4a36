package org.bihuan.calendar;

import org.bihuan.shared.Fields;
import org.springframework.stereotype.Component;

/** Counts that a person asks for, by call or on the page. */
@Component
class CalendarQuestions {
    private final CountyCalendar calendar;

    CalendarQuestions(CountyCalendar calendar) {
        this.calendar = calendar;
    }

    /** How the days of a term are counted. */
    enum DayKind {
        CALENDAR,
        WORKING
    }

    /**
     * {@code from} and {@code plus}, which may be negative.
     *
     * @throws org.bihuan.shared.InvalidInput with every field that cannot be taken
     */
    DueDay workingDays(Fields fields) {
        var from = fields.requiredDay("from");
        var plus = fields.requiredInteger("plus", -WorkingDays.MOST_WORKING_DAYS, WorkingDays.MOST_WORKING_DAYS);
        if (plus == 0) {
            fields.refuse("plus", "NO_DAYS");
        }
        fields.check();
        return calendar.workingDays().plusWorkingDays(from, plus);
    }

    /**
     * {@code from}, {@code days}, {@code kind} and, for calendar days, {@code rollOver} (D3; false for D8).
     *
     * @throws org.bihuan.shared.InvalidInput with every field that cannot be taken
     */
    DueDay due(Fields fields) {
        var from = fields.requiredDay("from");
        var kind = fields.requiredChoice("kind", DayKind.class);
        boolean working = kind == DayKind.WORKING;
        var days = fields.requiredInteger(
                "days", working ? 1 : 0, working ? WorkingDays.MOST_WORKING_DAYS : WorkingDays.MOST_CALENDAR_DAYS);
        boolean rollOver = fields.yesOrNo("rollOver").orElse(true);
        fields.check();
        return working
                ? calendar.workingDays().plusWorkingDays(from, days)
                : calendar.workingDays().plusCalendarDays(from, days, rollOver);
    }
}
