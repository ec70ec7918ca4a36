package org.bihuan.notification;

import java.util.Optional;
import org.bihuan.rectification.LastDayToAsk;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** Until when the responsible side may ask for more time, in words (5.3): every reminder and the assignment name that day. */
@Component
class MoreTime {
    private final LastDayToAsk lastDay;
    private final Words words;
    private final CountyTime time;

    MoreTime(LastDayToAsk lastDay, Words words, CountyTime time) {
        this.lastDay = lastDay;
        this.words = words;
        this.time = time;
    }

    /** Empty where nothing may be asked for: another clock, overdue, already asked, used up, or a day of rework. */
    Optional<String> of(CaseFacts facts, CaseClock clock) {
        var startedOn = clock.startedOn();
        var dueOn = clock.dueOn();
        if (clock.matter() != Matter.RECTIFY
                || clock.extensionPending()
                || startedOn == null
                || dueOn == null
                || time.today().isAfter(dueOn)
                || !dueOn.equals(facts.approvedDueOn())) {
            return Optional.empty();
        }
        return lastDay.of(facts.major(), facts.registeredAt(), facts.extensions(), startedOn, dueOn)
                .map(last -> time.today().isAfter(last)
                        ? words.say("mail.extension.late", dueOn)
                        : last.equals(dueOn)
                                ? words.say("mail.extension.untilDue", dueOn)
                                : words.say("mail.extension.inTime", last, dueOn));
    }
}
