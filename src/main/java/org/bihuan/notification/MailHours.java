package org.bihuan.notification;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** When mail may leave (N5): within office hours of working days, by the calendar as it is known at the moment of asking. */
@Component
class MailHours {
    private final OfficeHours hours;
    private final CountyCalendar calendar;
    private final CountyTime time;

    MailHours(NotificationSettings settings, CountyCalendar calendar, CountyTime time) {
        this.hours = settings.officeHours();
        this.calendar = calendar;
        this.time = time;
    }

    boolean areOpen() {
        var now = time.now();
        return nextOpening(now).equals(now);
    }

    /** The moment itself if mail may leave then, else the next opening. */
    Instant nextOpening(Instant from) {
        if (hours.always()) {
            return from;
        }
        var days = calendar.workingDays();
        var day = time.dayOf(from);
        var at = from.atZone(time.zone()).toLocalTime();
        if (days.isWorkingDay(day) && at.isBefore(hours.to())) {
            return at.isBefore(hours.from()) ? time.at(day, hours.from()) : from;
        }
        return time.at(days.firstWorkingDayFrom(day.plusDays(1)), hours.from());
    }

    /** Whether a due day, not yet over, ends before mail may leave again: then the news of it cannot wait. */
    boolean openTooLateFor(LocalDate dueOn) {
        return !dueOn.isBefore(time.today()) && dueOn.isBefore(time.dayOf(nextOpening(time.now())));
    }
}
