package org.bihuan.deadline.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.NextStep;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.Rung;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What deadlines say to people, from the message bundle. */
@Component
class Wording {
    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** A day that a person named stands as named (D3), even in a year without notice. */
    DueDay named(LocalDate dueOn, CountyCalendar calendar) {
        return new DueDay(dueOn, !calendar.workingDays().isKnown(dueOn.getYear()), say("clock.named", dueOn));
    }

    /** A granted day stands as granted (4.4). */
    DueDay granted(LocalDate dueOn, CountyCalendar calendar) {
        return new DueDay(dueOn, !calendar.workingDays().isKnown(dueOn.getYear()), say("clock.granted", dueOn));
    }

    /** Due dates of imported cases are taken as given, never computed (6.3). */
    DueDay takenOver(LocalDate dueOn) {
        return new DueDay(dueOn, false, say("clock.takenOver", dueOn));
    }

    /** What a term says whose told day stays although the count now ends earlier (6.3). */
    String stands() {
        return say("clock.stands");
    }

    /** @param formerly those who had the clock before */
    String overdue(Clock clock, String owner, List<String> formerly) {
        var overdue = say("incident.overdue." + clock.kind(), owner, clock.dueOn());
        return formerly.isEmpty()
                ? overdue
                : say("incident.formerly", overdue, String.join(say("list.separator"), formerly));
    }

    NextStep next(Rung rung, boolean estimated) {
        return new NextStep(
                rung.fireAt(), estimated, rung.kind(), rung.step(), action(rung), all("audience.", rung.audience()));
    }

    private String action(Rung rung) {
        var action = say("action." + rung.action() + "." + rung.kind());
        var supervised = rung.supervision() == null
                ? action
                : say("action.supervised", action, say("audience." + rung.supervision()));
        return rung.letter() == null ? supervised : say("action.drafting", supervised, all("letter.", rung.letter()));
    }

    private String all(String prefix, String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> say(prefix + name.strip()))
                .collect(Collectors.joining(say("list.separator")));
    }

    private String say(String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(key, texts, Locale.SIMPLIFIED_CHINESE);
    }
}
