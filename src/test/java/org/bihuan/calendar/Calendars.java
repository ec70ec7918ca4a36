package org.bihuan.calendar;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Calendars for tests, with the sentences that ship. */
final class Calendars {
    private Calendars() {}

    /** The county's calendar as it ships: 2024 to 2026. */
    static NoticedWorkingDays shipped() {
        return of(NoticedCalendar.shipped());
    }

    static NoticedWorkingDays of(List<WorkingDayException> exceptions) {
        return new NoticedWorkingDays(exceptions, 0, inWords());
    }

    static CountInWords inWords() {
        return new CountInWords(messages());
    }

    static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
