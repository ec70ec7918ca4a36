package org.bihuan.deadline.application;

import java.time.LocalDate;
import java.util.Optional;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Start;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins rectification anew after a return or a reopening (4.5). */
@Component
class BeginRound {
    private final Clocks clocks;
    private final BeginTerm beginTerm;
    private final Wording wording;
    private final CountyCalendar calendar;
    private final CountyTime time;

    BeginRound(Clocks clocks, BeginTerm beginTerm, Wording wording, CountyCalendar calendar, CountyTime time) {
        this.clocks = clocks;
        this.beginTerm = beginTerm;
        this.wording = wording;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * The later of the approved day and the rework term, which never shortens what was approved (4.5); or the day named. Once the
     * approved day has passed, another round does not make superiors wait anew: sham reports gain nothing (N3).
     *
     * @return the hazard with its new due dates
     */
    Hazard perform(Hazard hazard, @Nullable LocalDate namedDueOn) {
        var given = hazard.dueDates();
        var approved = given.approvedDueOn();
        var before = clocks.latest(hazard.number(), ClockKind.RECTIFY);
        var immediate = before.map(Clock::immediate).orElse(false);
        var dueDay = namedDueOn == null
                ? reworkDay(hazard, approved, before, immediate)
                : CountedDay.named(wording.named(namedDueOn, calendar));
        beginTerm.perform(
                hazard,
                ClockKind.RECTIFY,
                ClockOwner.of(hazard, ClockKind.RECTIFY),
                Start.newTerm(dueDay)
                        .immediate(immediate)
                        .countingFrom(approved != null && time.today().isAfter(approved) ? approved : null));
        return hazard.with(new DueDates(
                dueDay.date(),
                given.originalDueOn() == null ? dueDay.date() : given.originalDueOn(),
                approved == null ? dueDay.date() : approved,
                dueDay.estimated(),
                dueDay.date()));
    }

    private CountedDay reworkDay(
            Hazard hazard, @Nullable LocalDate approved, Optional<Clock> before, boolean immediate) {
        var rework = beginTerm.counted(Purpose.REWORK, hazard, immediate);
        if (approved == null || !rework.date().isBefore(approved)) {
            return rework;
        }
        var explanation = before.map(Clock::explanation).orElse("");
        return new CountedDay(
                new DueDay(approved, hazard.dueDates().estimated(), explanation),
                before.filter(clock -> clock.dueOn().equals(approved))
                        .map(Clock::count)
                        .orElse(null));
    }
}
