package org.bihuan.deadline.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.CalendarMoves;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.MovesToConfirm;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.deadline.domain.Start;
import org.bihuan.deadline.domain.Step;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves due days that a notice has put on a later day: the next term of the same clock, told to its owner (N1, 6.3). */
@Service
class MoveByCalendar implements CalendarMoves {
    /** What the owner of a moved clock reads in the morning, and those who had heard of its delay. */
    private static final String NEWS = "CALENDAR";

    private final MovesToConfirm moves;
    private final Clocks clocks;
    private final Rungs rungs;
    private final Ladders ladders;
    private final FireRungs fireRungs;
    private final OverdueIncidents incidents;
    private final SupervisionDesk supervisionDesk;
    private final CaseTimer timer;
    private final DatedTasks datedTasks;
    private final CountyCalendar calendar;
    private final CountyTime time;

    MoveByCalendar(
            MovesToConfirm moves,
            Clocks clocks,
            Rungs rungs,
            Ladders ladders,
            FireRungs fireRungs,
            OverdueIncidents incidents,
            SupervisionDesk supervisionDesk,
            CaseTimer timer,
            DatedTasks datedTasks,
            CountyCalendar calendar,
            CountyTime time) {
        this.moves = moves;
        this.clocks = clocks;
        this.rungs = rungs;
        this.ladders = ladders;
        this.fireRungs = fireRungs;
        this.incidents = incidents;
        this.supervisionDesk = supervisionDesk;
        this.timer = timer;
        this.datedTasks = datedTasks;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public int waiting() {
        return moves.howMany();
    }

    @Override
    public List<Waiting> waiting(int page, int size) {
        return moves.page(page, size).stream()
                .map(correction -> new Waiting(
                        correction.clock().hazard(),
                        correction.clock().kind(),
                        correction.clock().dueOn(),
                        correction.to().date(),
                        correction.to().day().explanation()))
                .toList();
    }

    @Override
    public List<HazardNumber> casesBehind(@Nullable HazardNumber behind, int atMost) {
        return moves.cases(behind, atMost);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome move(Hazard locked) {
        var moved = new ArrayList<Moved>();
        var hazard = locked;
        for (var correction : moves.of(locked.number())) {
            var clock = correction.clock();
            if (hasMoved(hazard, clock, correction.to())) {
                hazard = clock.kind() == ClockKind.RECTIFY
                        ? hazard.with(moved(hazard.dueDates(), clock, correction.to()))
                        : hazard;
                moved.add(new Moved(clock.kind(), clock.dueOn(), correction.to().date()));
            }
        }
        if (moved.isEmpty()) {
            return new Outcome(hazard, moved);
        }
        var told = fireRungs.of(running(hazard));
        timer.follow(told.number());
        datedTasks.date(told);
        return new Outcome(told, moved);
    }

    /** A 督办 that the move of its rectification has taken back has no day any more. */
    private boolean hasMoved(Hazard hazard, Clock clock, CountedDay to) {
        if (clock.stoppedOn() != null) {
            moves.correct(clock, to);
            return true;
        }
        var stopped = clocks.stop(hazard.number(), EnumSet.of(clock.kind()), time.today());
        incidents.end(stopped);
        if (stopped.isEmpty()) {
            return false;
        }
        begin(hazard, clock, to);
        if (clock.kind() == ClockKind.RECTIFY) {
            supervisionDesk.recall(hazard, Supervision.Outcome.MOVED); // N11: its day lies later again
        }
        return true;
    }

    private void begin(Hazard hazard, Clock clock, CountedDay to) {
        var today = time.today();
        if (!to.date().isBefore(today)) {
            rungs.tellWatchers(clock, EnumSet.of(clock.kind()), NEWS, time.now());
        }
        var next = clocks.begin(clock.from(today, to), calendar.workingDays().revision());
        if (clock.heldUntil() != null) {
            clocks.hold(hazard.number(), clock.kind(), clock.heldUntil());
        }
        if (clock.kind() == ClockKind.EXTENSION) {
            // As long as its decision may take, a request holds the clock (N12).
            clocks.hold(
                    hazard.number(), ClockKind.RECTIFY, time.startOf(to.date().plusDays(1)));
        }
        var ahead =
                new ArrayList<>(ladders.of(clock.kind(), CaseTraits.of(hazard)).of(next, Start.correctedTo(to, clock)));
        ahead.add(tellingOfTheMove(next, time.startOf(today)));
        rungs.add(ahead);
    }

    private static Rung tellingOfTheMove(Clock next, Instant at) {
        var audience =
                switch (next.kind()) {
                    case ACCEPT, RECTIFY -> "enterprise-safety, enterprise-mailbox";
                    case VERIFY -> "verifier";
                    default -> "owner";
                };
        return new Rung(next.hazard(), next.kind(), next.term(), Step.MOVED, at, audience, NEWS, null, null);
    }

    /** The approved day moves with the clock that carries it; a rework date moves alone. The original day never moves (4.5). */
    private static DueDates moved(DueDates dates, Clock clock, CountedDay to) {
        var isWorking = clock.dueOn().equals(dates.dueOn());
        return new DueDates(
                isWorking ? to.date() : dates.dueOn(),
                dates.originalDueOn(),
                clock.dueOn().equals(dates.approvedDueOn()) ? to.date() : dates.approvedDueOn(),
                isWorking ? to.estimated() : dates.estimated(),
                dates.runsOutOn());
    }

    private Hazard running(Hazard hazard) {
        var runsOutOn = clocks.running(hazard.number()).stream()
                .filter(clock -> !clock.kind().isOfADesk())
                .map(Clock::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(hazard.dueDates().runsOutOn());
        return hazard.with(hazard.dueDates().runningOut(runsOutOn));
    }
}
