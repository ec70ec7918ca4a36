package org.bihuan.deadline.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.FormerOwners;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Start;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.Status;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves everything that hangs on a deadline together: clock, rungs, incident, timer, and the due dates the ledger shows. */
@Service
class DeadlineDesk implements Deadlines {
    private static final Set<ClockKind> OF_THE_ASSIGNMENT =
            EnumSet.of(ClockKind.ACCEPT, ClockKind.RECTIFY, ClockKind.EXTENSION);

    private final Clocks clocks;
    private final FormerOwners formerOwners;
    private final BeginTerm beginTerm;
    private final DatedTasks datedTasks;
    private final BeginRound beginRound;
    private final StopTerm stopTerm;
    private final FireRungs fireRungs;
    private final OverdueIncidents incidents;
    private final CaseTimer timer;
    private final Wording wording;
    private final CountyCalendar calendar;
    private final CountyTime time;

    DeadlineDesk(
            Clocks clocks,
            FormerOwners formerOwners,
            BeginTerm beginTerm,
            DatedTasks datedTasks,
            BeginRound beginRound,
            StopTerm stopTerm,
            FireRungs fireRungs,
            OverdueIncidents incidents,
            CaseTimer timer,
            Wording wording,
            CountyCalendar calendar,
            CountyTime time) {
        this.clocks = clocks;
        this.formerOwners = formerOwners;
        this.beginTerm = beginTerm;
        this.datedTasks = datedTasks;
        this.beginRound = beginRound;
        this.stopTerm = stopTerm;
        this.fireRungs = fireRungs;
        this.incidents = incidents;
        this.timer = timer;
        this.wording = wording;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard awaitsReview(Hazard hazard, String group) {
        begin(hazard, ClockKind.REVIEW, ClockOwner.group(group), Start.newTerm(term(Purpose.REVIEW, hazard)));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard moved(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stop(hazard, OF_THE_ASSIGNMENT, "MOVED");
        return assigned(hazard, namedDueOn);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard handedOver(Hazard hazard, Map<ClockKind, String> desks) {
        handOver(hazard, ClockKind.VERIFY, ClockOwner.of(hazard, ClockKind.VERIFY));
        desks.forEach((desk, group) -> handOver(hazard, desk, ClockOwner.group(group)));
        incidents.nameOwners(hazard);
        return hazard;
    }

    private void handOver(Hazard hazard, ClockKind kind, ClockOwner to) {
        formerOwners.handOver(hazard.number(), kind, to, time.today());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard decisionAsked(Hazard hazard, ClockKind desk, String group) {
        begin(hazard, desk, ClockOwner.group(group), Start.newTerm(term(Purpose.valueOf(desk.name()), hazard)));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard decided(Hazard hazard, ClockKind desk) {
        stopTerm.ofDesk(hazard, desk, "DECIDED");
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard reopened(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stopTerm.ofDesk(hazard, ClockKind.REOPENING, "REOPENED");
        if (hazard.status() != Status.SUBMITTED) {
            return settled(beginRound.perform(hazard, namedDueOn));
        }
        var verifyBy = term(Purpose.VERIFY, hazard);
        begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
        return settled(running(hazard, verifyBy.date()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard assigned(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stopTerm.ofDesk(hazard, ClockKind.REVIEW, "ASSIGNED");
        // Who leaves the proposed day as it is names none: the default term counts, and follows a new notice (6.3).
        var byDefault = term(Purpose.RECTIFY, hazard);
        var rectifyBy = namedDueOn == null || namedDueOn.equals(byDefault.date())
                ? byDefault
                : CountedDay.named(wording.named(namedDueOn, calendar));
        var acceptBy = term(Purpose.ACCEPT, hazard);
        if (acceptBy.date().isAfter(rectifyBy.date())) {
            acceptBy = rectifyBy; // accepting may not take longer than the whole work (5.1)
        }
        begin(hazard, ClockKind.ACCEPT, Start.newTerm(acceptBy));
        begin(hazard, ClockKind.RECTIFY, Start.newTerm(rectifyBy).immediate(mustBeRemovedAtOnce(hazard, rectifyBy)));
        return settled(hazard.with(new DueDates(
                rectifyBy.date(), rectifyBy.date(), rectifyBy.date(), rectifyBy.estimated(), acceptBy.date())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard accepted(Hazard hazard) {
        stopTerm.perform(hazard, EnumSet.of(ClockKind.ACCEPT), EnumSet.of(ClockKind.ACCEPT), "ACCEPTED");
        return settled(running(hazard, hazard.dueDates().dueOn()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard declined(Hazard hazard) {
        stop(hazard, OF_THE_ASSIGNMENT, "DECLINED");
        return settled(hazard.with(DueDates.NONE));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard reported(Hazard hazard) {
        stop(hazard, OF_THE_ASSIGNMENT, "SUBMITTED");
        var verifyBy = term(Purpose.VERIFY, hazard);
        begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
        return settled(running(hazard, verifyBy.date()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard extensionAsked(Hazard hazard, String group) {
        var decideBy = term(Purpose.EXTENSION, hazard);
        begin(hazard, ClockKind.EXTENSION, ClockOwner.group(group), Start.newTerm(decideBy));
        clocks.hold(
                hazard.number(), ClockKind.RECTIFY, time.startOf(decideBy.date().plusDays(1)));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard extended(Hazard hazard, LocalDate dueOn) {
        return moveRectification(hazard, dueOn, dueOn);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard reworkMoved(Hazard hazard, LocalDate dueOn) {
        return moveRectification(hazard, dueOn, hazard.dueDates().approvedDueOn());
    }

    private Hazard moveRectification(Hazard hazard, LocalDate dueOn, @Nullable LocalDate approved) {
        stopTerm.ofDesk(hazard, ClockKind.EXTENSION, "EXTENDED");
        stop(hazard, EnumSet.of(ClockKind.RECTIFY), "EXTENDED");
        var before = clocks.last(hazard.number(), ClockKind.RECTIFY);
        begin(hazard, ClockKind.RECTIFY, Start.movedTo(wording.granted(dueOn, calendar), before));
        var dates = hazard.dueDates();
        var estimated = !calendar.workingDays().isKnown(dueOn.getYear());
        var runsOutOn = clocks.running(hazard.number()).stream()
                .filter(clock -> !clock.kind().isOfADesk())
                .map(Clock::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(dueOn);
        var moved = settled(hazard.with(new DueDates(dueOn, dates.originalDueOn(), approved, estimated, runsOutOn)));
        datedTasks.date(moved);
        return moved;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard extensionRefused(Hazard hazard) {
        stopTerm.ofDesk(hazard, ClockKind.EXTENSION, "REFUSED");
        clocks.hold(hazard.number(), ClockKind.RECTIFY, null);
        incidents.align(List.of(hazard));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard withdrawn(Hazard hazard) {
        stop(hazard, EnumSet.of(ClockKind.VERIFY), "WITHDRAWN");
        var before = clocks.last(hazard.number(), ClockKind.RECTIFY);
        begin(hazard, ClockKind.RECTIFY, Start.goingOn(before));
        return settled(running(hazard, before.dueOn()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard returned(Hazard hazard) {
        stop(hazard, EnumSet.of(ClockKind.VERIFY), "RETURNED");
        return settled(beginRound.perform(hazard, null));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard ended(Hazard hazard) {
        stop(hazard, StopTerm.EVERYBODY, hazard.status().name());
        return running(hazard, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard takenOver(Hazard hazard) {
        var given = hazard.dueDates();
        var rectifyBy = given.dueOn() == null
                ? term(Purpose.RECTIFY, hazard)
                : CountedDay.named(wording.takenOver(given.dueOn()));
        var original = given.originalDueOn() == null ? rectifyBy.date() : given.originalDueOn();
        var dates =
                new DueDates(rectifyBy.date(), original, rectifyBy.date(), rectifyBy.estimated(), given.runsOutOn());
        if (hazard.status() == Status.SUBMITTED) {
            var verifyBy = term(Purpose.VERIFY, hazard);
            begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
            return running(hazard.with(dates), verifyBy.date());
        }
        begin(hazard, ClockKind.RECTIFY, Start.newTerm(rectifyBy).originallyDueOn(original));
        return running(hazard.with(dates), rectifyBy.date());
    }

    private CountedDay term(Purpose purpose, Hazard hazard) {
        return beginTerm.counted(purpose, hazard, false);
    }

    /** A general hazard due at most one day after its assignment is to be removed at once (5.1). */
    private boolean mustBeRemovedAtOnce(Hazard hazard, CountedDay dueDay) {
        return !hazard.isMajor() && !dueDay.date().isAfter(time.today().plusDays(1));
    }

    private void begin(Hazard hazard, ClockKind kind, Start start) {
        begin(hazard, kind, ClockOwner.of(hazard, kind), start);
    }

    private void begin(Hazard hazard, ClockKind kind, ClockOwner owner, Start start) {
        beginTerm.perform(hazard, kind, owner, start);
    }

    private void stop(Hazard hazard, Collection<ClockKind> kinds, String news) {
        stopTerm.perform(hazard, kinds, StopTerm.EVERYBODY, news);
    }

    /** What starts today takes effect at once; the engine's timer follows. */
    private Hazard settled(Hazard hazard) {
        var told = fireRungs.of(hazard);
        timer.follow(hazard.number());
        return told;
    }

    private static Hazard running(Hazard hazard, @Nullable LocalDate runsOutOn) {
        return hazard.with(hazard.dueDates().runningOut(runsOutOn));
    }
}
