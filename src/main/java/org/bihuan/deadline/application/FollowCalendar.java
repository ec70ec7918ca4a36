package org.bihuan.deadline.application;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.calendar.CalendarChanged;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.deadline.adapter.CalendarScope;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Recounts;
import org.bihuan.deadline.adapter.RungPlaces;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.RungDays;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a new notice does at once (6.3): rungs that have not fired are dated anew, tasks move into 三日内到期 on the right day, what was
 * estimated and is now known loses its mark. Due days stay as they were told; where the same count now ends later, the new day is kept
 * beside the old one until somebody confirms it ({@link MoveByCalendar}).
 */
@Component
class FollowCalendar {
    private final Recounts recounts;
    private final RungPlaces places;
    private final Clocks clocks;
    private final Cases cases;
    private final DatedTasks datedTasks;
    private final HazardLedger ledger;
    private final CountyCalendar calendar;
    private final Wording wording;
    private final CountyTime time;

    FollowCalendar(
            Recounts recounts,
            RungPlaces places,
            Clocks clocks,
            Cases cases,
            DatedTasks datedTasks,
            HazardLedger ledger,
            CountyCalendar calendar,
            Wording wording,
            CountyTime time) {
        this.recounts = recounts;
        this.places = places;
        this.clocks = clocks;
        this.cases = cases;
        this.datedTasks = datedTasks;
        this.ledger = ledger;
        this.calendar = calendar;
        this.wording = wording;
        this.time = time;
    }

    /** All of the county in the transaction of the notice: a few statements, however many cases are open. */
    @EventListener
    void on(CalendarChanged change) {
        ledger.holdOpen();
        recount(new CalendarScope(change.now().revision(), null));
        moveIntoPressing(change.before(), change.now());
    }

    /** Cases whose clock was begun by a node that had not heard of the notice yet. */
    List<HazardNumber> leftBehind(int atMost) {
        return recounts.countedBefore(calendar.workingDays().revision(), atMost);
    }

    /** @param held cases that were left behind, whose rows the caller holds */
    void catchUp(List<Hazard> held) {
        recount(new CalendarScope(
                calendar.workingDays().revision(),
                held.stream().map(Hazard::number).toList()));
        held.forEach(datedTasks::date);
    }

    private void recount(CalendarScope scope) {
        var days = calendar.workingDays();
        var rungDays = new RungDays(days);
        places.date(
                scope,
                places.unfired(scope).stream()
                        .collect(toMap(
                                Function.identity(),
                                place -> time.startOf(rungDays.dayOf(place.offset(), place.base())))));
        var recounted = recounts.counts(scope).stream()
                .map(count -> CountedDay.of(count, days))
                .toList();
        recounts.apply(scope, recounted, days.knownYears(), wording.stands());
        ledger.noLongerEstimated(recounts.noLongerEstimated(days.knownYears()));
    }

    /** Tasks that move into 三日内到期 on another day than before. */
    private void moveIntoPressing(WorkingDays before, WorkingDays now) {
        var dueDays = clocks.runningDueDays().stream()
                .filter(day -> !Clock.firstPressingDay(day, before).equals(Clock.firstPressingDay(day, now)))
                .collect(Collectors.toSet());
        cases.followUp(followUps(dueDays, now));
    }

    private List<Cases.FollowUp> followUps(Set<LocalDate> dueDays, WorkingDays now) {
        var followUps = new ArrayList<Cases.FollowUp>();
        for (var clock : clocks.runningDueOn(dueDays)) {
            if (!clock.kind().isASupervision()) { // due so soon that they are pressing from their first day
                followUps.add(new Cases.FollowUp(
                        clock.hazard().value(),
                        DateTasks.taskOf(clock.kind()),
                        time.startOf(clock.firstPressingDay(now))));
            }
        }
        return followUps;
    }
}
