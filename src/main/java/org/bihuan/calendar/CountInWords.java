package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a count in one Chinese sentence, with the days off and make-up days that it met (6.3). */
@Component
class CountInWords {
    private final MessageSource messages;

    CountInWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A finished count.
     *
     * @param met what the notices say about the days examined
     * @param unknownYears years among them without a notice
     */
    record Count(LocalDate from, LocalDate reached, List<Stretch> met, List<Integer> unknownYears) {}

    String workingDays(Count count, int days) {
        var start = days > 0 ? say("count.working", count.from(), days) : say("count.workingBack", count.from(), -days);
        return say("count.reaches", start, end(count), details(count));
    }

    /** @param end the day on which the term ends before it rolls over */
    String calendarDays(Count count, int days, LocalDate end, boolean endsOnWorkingDay) {
        var start = days == 0 ? say("count.sameDay", count.from()) : say("count.calendar", count.from(), days);
        if (!end.equals(count.reached())) {
            return say("count.rolls", start, end, end(count), details(count));
        }
        return say(endsOnWorkingDay ? "count.reaches" : "count.stays", start, end(count), details(count));
    }

    /** The days of a holiday or a make-up day, without the year where the reader knows it. */
    String days(Stretch stretch, int knownYear) {
        var first = day(stretch.first(), knownYear);
        if (stretch.first().equals(stretch.last())) {
            return first;
        }
        if (stretch.first().getYear() == stretch.last().getYear()
                && stretch.first().getMonth() == stretch.last().getMonth()) {
            return say("count.spanInMonth", first, stretch.last().getDayOfMonth());
        }
        return say("count.span", first, day(stretch.last(), stretch.first().getYear()));
    }

    private String end(Count count) {
        return count.unknownYears().isEmpty() ? count.reached().toString() : say("count.estimated", count.reached());
    }

    private String details(Count count) {
        var parts = new ArrayList<String>();
        int year = count.from().getYear();
        for (var stretch : count.met()) {
            parts.add(say(stretch.isOff() ? "count.off" : "count.makeUp", days(stretch, year), stretch.name()));
            year = stretch.last().getYear();
        }
        count.unknownYears().forEach(unknown -> parts.add(say("count.unknownYear", unknown)));
        return parts.isEmpty() ? "" : say("count.details", String.join(say("count.comma"), parts));
    }

    private String day(LocalDate day, int knownYear) {
        return day.getYear() == knownYear
                ? say("count.day", day.getMonthValue(), day.getDayOfMonth())
                : say("count.dayOfYear", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** Numbers go in as text: a message would group the digits of a year. */
    private String say(String key, Object... arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage(key, texts, Locale.SIMPLIFIED_CHINESE);
    }
}
