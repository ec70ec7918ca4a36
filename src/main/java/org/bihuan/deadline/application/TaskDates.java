package org.bihuan.deadline.application;

import java.time.Instant;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** The dates that the engine's task shows of its clock (5.1). */
@Component
class TaskDates {
    private final CountyCalendar calendar;
    private final CountyTime time;

    TaskDates(CountyCalendar calendar, CountyTime time) {
        this.calendar = calendar;
        this.time = time;
    }

    void give(OpenedTask task, Hazard hazard, Clock clock) {
        task.dates(due(clock), followUp(clock), hazard.isMajor() ? 75 : 50);
    }

    Instant due(Clock clock) {
        return time.lastSecondOf(clock.dueOn());
    }

    /** The first day of the clock with at most three working days left, when the task moves into 三日内到期. */
    Instant followUp(Clock clock) {
        return time.startOf(clock.firstPressingDay(calendar.workingDays()));
    }
}
