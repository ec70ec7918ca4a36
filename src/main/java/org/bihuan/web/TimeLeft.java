package org.bihuan.web;

import java.time.LocalDate;
import java.util.Locale;
import org.bihuan.deadline.ClockView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How much time a clock leaves, in the same words on cards, forms and pages (domain 5.1); templates ask for it by name. */
@Component("timeLeft")
class TimeLeft {
    private final MessageSource messages;

    TimeLeft(MessageSource messages) {
        this.messages = messages;
    }

    public String of(ClockView clock) {
        var days = clock.workingDaysLeft();
        return switch (clock.state()) {
            // On days off right after the due day no working day has passed yet.
            case OVERDUE -> days < 0 ? say("timeLeft.overdue", -days) : say("timeLeft.overdueSinceADayOff");
            case DUE_TODAY -> say("timeLeft.dueToday");
            case PAUSED -> say("timeLeft.paused");
            default -> say("timeLeft.left", days);
        };
    }

    /** A day, marked where it was counted in a year without notice (6.3). */
    public String day(LocalDate day, boolean estimated) {
        return estimated ? say("timeLeft.estimated", day.toString()) : day.toString();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
