package org.bihuan.notification;

import java.time.LocalDate;
import org.bihuan.calendar.WorkingDays;

/** The order of a digest, worst first (N4). */
enum Urgency {
    OVERDUE_MAJOR,
    OVERDUE,
    DUE_TODAY,
    DUE_SOON,
    WAITING;

    /** On the last working day before a due day that is itself off, a case is as urgent as on the due day (5.3). */
    static Urgency of(CaseFacts facts, CaseClock clock, LocalDate today, WorkingDays calendar) {
        var dueOn = clock.dueOn();
        if (dueOn == null) {
            return WAITING;
        }
        if (today.isAfter(dueOn)) {
            return facts.major() ? OVERDUE_MAJOR : OVERDUE;
        }
        var left = calendar.workingDaysLeft(today, dueOn);
        if (today.isEqual(dueOn) || left == 0) {
            return DUE_TODAY;
        }
        return left <= clock.soonDays() ? DUE_SOON : WAITING;
    }

    boolean isOverdue() {
        return this == OVERDUE_MAJOR || this == OVERDUE;
    }
}
