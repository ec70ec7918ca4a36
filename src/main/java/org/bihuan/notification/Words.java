package org.bihuan.notification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.WorkingDays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What mails say, from the message bundles. */
@Component
class Words {
    private final MessageSource messages;
    private final CountyCalendar calendar;

    Words(MessageSource messages, CountyCalendar calendar) {
        this.messages = messages;
        this.calendar = calendar;
    }

    String say(String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(key, texts, Locale.SIMPLIFIED_CHINESE);
    }

    /** Days left in working days, days over in calendar days, as the official tables count (5.1). */
    String days(LocalDate dueOn, LocalDate today, WorkingDays calendar) {
        if (today.isAfter(dueOn)) {
            return say("mail.days.overdue", ChronoUnit.DAYS.between(dueOn, today));
        }
        if (today.isEqual(dueOn)) {
            return say("mail.days.today");
        }
        var left = calendar.workingDaysLeft(today, dueOn);
        return left == 0 ? say("mail.days.none") : say("mail.days.left", left);
    }

    /** A day, marked where it was counted in a year without notice (6.3). */
    String day(LocalDate day, boolean estimated) {
        return estimated ? say("mail.estimated", day) : day.toString();
    }

    /** What happens if nobody does anything (N15). */
    String next(ComingRung rung) {
        var known = calendar.workingDays().isKnown(rung.day().getYear());
        return say("mail.next", day(rung.day(), !known), all("audience.", rung.audience()), action(rung));
    }

    private String action(ComingRung rung) {
        var action = say("action." + rung.action() + "." + rung.kind());
        var supervised = rung.supervision() == null
                ? action
                : say("action.supervised", action, say("audience." + rung.supervision()));
        return rung.letters() == null ? supervised : say("action.drafting", supervised, all("letter.", rung.letters()));
    }

    private String all(String prefix, String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> say(prefix + name.strip()))
                .collect(Collectors.joining(say("list.separator")));
    }
}
