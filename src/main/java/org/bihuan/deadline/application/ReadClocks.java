package org.bihuan.deadline.application;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.NextStep;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the running clocks by today's date and the calendar as it is known. */
@Service
class ReadClocks implements RunningClocks {
    private final Clocks clocks;
    private final Rungs rungs;
    private final Wording wording;
    private final CountyCalendar calendar;
    private final CountyTime time;

    ReadClocks(Clocks clocks, Rungs rungs, Wording wording, CountyCalendar calendar, CountyTime time) {
        this.clocks = clocks;
        this.rungs = rungs;
        this.wording = wording;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public @Nullable ClockView present(Hazard hazard) {
        return of(hazard.number()).stream()
                .filter(clock -> !clock.kind().isOfADesk())
                .min(Comparator.comparing(ClockView::kind)) // the order of the kinds is that of 4.1
                .orElse(null);
    }

    @Override
    public Map<HazardNumber, ClockView> present(Collection<Hazard> hazards) {
        var first = new HashMap<HazardNumber, ClockView>();
        var numbers = hazards.stream().map(Hazard::number).toList();
        for (var clock : clocks.running(numbers)) {
            if (!clock.kind().isOfADesk()) {
                first.putIfAbsent(clock.hazard(), view(clock));
            }
        }
        return first;
    }

    @Override
    public List<ClockView> of(HazardNumber number) {
        return clocks.running(number).stream().map(this::view).toList();
    }

    private ClockView view(Clock clock) {
        var days = calendar.workingDays();
        var today = time.today();
        return new ClockView(
                clock.kind(),
                clock.round(),
                clock.term(),
                clock.owner(),
                clock.startedOn(),
                clock.dueOn(),
                clock.originalDueOn(),
                clock.stateOn(today, days),
                days.workingDaysLeft(today, clock.dueOn()),
                clock.estimated(),
                clock.explanation());
    }

    @Override
    public List<NextStep> next(HazardNumber number) {
        var days = calendar.workingDays();
        var estimated = clocks.running(number).stream()
                .filter(Clock::estimated)
                .map(Clock::kind)
                .collect(toSet());
        return rungs.waiting(number).stream()
                .map(rung -> wording.next(
                        rung,
                        estimated.contains(rung.kind())
                                || !days.isKnown(time.dayOf(rung.fireAt()).getYear())))
                .toList();
    }
}
