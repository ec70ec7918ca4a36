package org.bihuan.deadline.application;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.Holding;
import org.bihuan.deadline.Holdings;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.FormerOwners;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Counts the days each owner had each clock, term by term, and puts those of one round together. */
@Service
class CountHoldings implements Holdings {
    private final Clocks clocks;
    private final FormerOwners formerOwners;
    private final CountyCalendar calendar;
    private final CountyTime time;

    CountHoldings(Clocks clocks, FormerOwners formerOwners, CountyCalendar calendar, CountyTime time) {
        this.clocks = clocks;
        this.formerOwners = formerOwners;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public List<Holding> of(HazardNumber number) {
        var former = formerOwners.of(number);
        var together = new LinkedHashMap<Owned, Holding>();
        for (var clock : clocks.all(number)) {
            var from = clock.startedOn();
            for (var before : former.stream().filter(owner -> owner.held(clock)).toList()) {
                add(together, clock, before.owner(), before.from(), before.until());
                from = before.until();
            }
            add(together, clock, clock.owner(), from, clock.stoppedOn());
        }
        return together.values().stream()
                .sorted(comparing(Holding::from).thenComparing(Holding::kind))
                .toList();
    }

    private void add(
            Map<Owned, Holding> together, Clock clock, ClockOwner owner, LocalDate from, @Nullable LocalDate until) {
        var term = holding(clock, owner, from, until);
        together.merge(new Owned(clock.kind(), clock.round(), owner), term, CountHoldings::andThen);
    }

    private Holding holding(Clock clock, ClockOwner owner, LocalDate from, @Nullable LocalDate until) {
        var today = time.today();
        var last = Objects.requireNonNullElse(until, today.isBefore(from) ? from : today);
        return new Holding(
                clock.kind(),
                clock.round(),
                owner,
                from,
                until,
                (int) ChronoUnit.DAYS.between(from, last),
                calendar.workingDays().workingDaysLeft(from, last));
    }

    /** Two terms of the same owner; the later one says whether he still has it. */
    private static Holding andThen(Holding earlier, Holding later) {
        return new Holding(
                earlier.kind(),
                earlier.round(),
                earlier.owner(),
                earlier.from(),
                later.until(),
                earlier.calendarDays() + later.calendarDays(),
                earlier.workingDays() + later.workingDays());
    }

    /** Whoever had the clock of a kind in a round. */
    private record Owned(ClockKind kind, int round, ClockOwner owner) {}
}
