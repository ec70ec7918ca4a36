package org.bihuan.deadline.application;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.NextStep;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Start;
import org.bihuan.engine.Cases;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves everything that hangs on a deadline together: clock, rungs, incident, timer, and the due dates the ledger shows. */
@Service
class DeadlineDesk implements Deadlines {
    private static final Set<ClockKind> EVERYBODY = EnumSet.allOf(ClockKind.class);
    private static final Set<ClockKind> OF_THE_ASSIGNMENT =
            EnumSet.of(ClockKind.ACCEPT, ClockKind.RECTIFY, ClockKind.EXTENSION);

    private final Clocks clocks;
    private final Rungs rungs;
    private final BeginTerm beginTerm;
    private final TaskDates dates;
    private final SupervisionDesk supervisionDesk;
    private final FireRungs fireRungs;
    private final OverdueIncidents incidents;
    private final CaseTimer timer;
    private final Cases cases;
    private final Wording wording;
    private final CountyCalendar calendar;
    private final CountyTime time;

    DeadlineDesk(
            Clocks clocks,
            Rungs rungs,
            BeginTerm beginTerm,
            TaskDates dates,
            SupervisionDesk supervisionDesk,
            FireRungs fireRungs,
            OverdueIncidents incidents,
            CaseTimer timer,
            Cases cases,
            Wording wording,
            CountyCalendar calendar,
            CountyTime time) {
        this.clocks = clocks;
        this.rungs = rungs;
        this.beginTerm = beginTerm;
        this.dates = dates;
        this.supervisionDesk = supervisionDesk;
        this.fireRungs = fireRungs;
        this.incidents = incidents;
        this.timer = timer;
        this.cases = cases;
        this.wording = wording;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard awaitsReview(Hazard hazard, String group) {
        begin(hazard, ClockKind.REVIEW, owner(group), Start.newTerm(term(Purpose.REVIEW, hazard, false)));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard moved(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stop(hazard, OF_THE_ASSIGNMENT, EVERYBODY, "MOVED");
        return assigned(hazard, namedDueOn);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard handedOver(Hazard hazard, @Nullable String reviewers) {
        clocks.handOver(hazard.number(), ClockKind.VERIFY, owner(hazard, ClockKind.VERIFY));
        if (reviewers != null) {
            clocks.handOver(hazard.number(), ClockKind.REVIEW, owner(reviewers));
        }
        return hazard;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard decisionAsked(Hazard hazard, ClockKind desk, String group) {
        begin(hazard, desk, owner(group), Start.newTerm(term(Purpose.valueOf(desk.name()), hazard, false)));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard decided(Hazard hazard, ClockKind desk) {
        stop(hazard, EnumSet.of(desk), EnumSet.noneOf(ClockKind.class), "DECIDED");
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard reopened(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stop(hazard, EnumSet.of(ClockKind.REOPENING), EnumSet.noneOf(ClockKind.class), "REOPENED");
        if (hazard.status() != Status.SUBMITTED) {
            return nextRound(hazard, namedDueOn);
        }
        var verifyBy = term(Purpose.VERIFY, hazard, false);
        begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
        return settled(running(hazard, verifyBy.date()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard assigned(Hazard hazard, @Nullable LocalDate namedDueOn) {
        stop(hazard, EnumSet.of(ClockKind.REVIEW), EnumSet.noneOf(ClockKind.class), "ASSIGNED");
        // Who leaves the proposed day as it is names none: the default term counts, and follows a new notice (6.3).
        var byDefault = defaultTerm(hazard);
        var rectifyBy = namedDueOn == null || namedDueOn.equals(byDefault.date())
                ? byDefault
                : CountedDay.named(wording.named(namedDueOn, calendar));
        var acceptBy = term(Purpose.ACCEPT, hazard, false);
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
        stop(hazard, EnumSet.of(ClockKind.ACCEPT), EnumSet.of(ClockKind.ACCEPT), "ACCEPTED");
        return settled(running(hazard, hazard.dueDates().dueOn()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard declined(Hazard hazard) {
        stop(hazard, OF_THE_ASSIGNMENT, EVERYBODY, "DECLINED");
        return settled(hazard.with(DueDates.NONE));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard reported(Hazard hazard) {
        stop(hazard, OF_THE_ASSIGNMENT, EVERYBODY, "SUBMITTED");
        var verifyBy = term(Purpose.VERIFY, hazard, false);
        begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
        return settled(running(hazard, verifyBy.date()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard extensionAsked(Hazard hazard, String group) {
        var decideBy = term(Purpose.EXTENSION, hazard, false);
        begin(hazard, ClockKind.EXTENSION, owner(group), Start.newTerm(decideBy));
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
        stop(hazard, EnumSet.of(ClockKind.EXTENSION), EnumSet.noneOf(ClockKind.class), "EXTENDED");
        stop(hazard, EnumSet.of(ClockKind.RECTIFY), EVERYBODY, "EXTENDED");
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
        dateTasks(moved);
        return moved;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard extensionRefused(Hazard hazard) {
        stop(hazard, EnumSet.of(ClockKind.EXTENSION), EnumSet.noneOf(ClockKind.class), "REFUSED");
        clocks.hold(hazard.number(), ClockKind.RECTIFY, null);
        incidents.align(List.of(hazard));
        return settled(hazard);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard withdrawn(Hazard hazard) {
        stop(hazard, EnumSet.of(ClockKind.VERIFY), EVERYBODY, "WITHDRAWN");
        var before = clocks.last(hazard.number(), ClockKind.RECTIFY);
        begin(hazard, ClockKind.RECTIFY, Start.goingOn(before));
        return settled(running(hazard, before.dueOn()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard returned(Hazard hazard) {
        stop(hazard, EnumSet.of(ClockKind.VERIFY), EVERYBODY, "RETURNED");
        return nextRound(hazard, null);
    }

    /**
     * The later of the approved day and the rework term, which never shortens what was approved (4.5); or the day named. Once the
     * approved day has passed, another round does not make superiors wait anew: sham reports gain nothing (N3).
     */
    private Hazard nextRound(Hazard hazard, @Nullable LocalDate namedDueOn) {
        var given = hazard.dueDates();
        var approved = given.approvedDueOn();
        var before = clocks.latest(hazard.number(), ClockKind.RECTIFY);
        var immediate = before.map(Clock::immediate).orElse(false);
        var dueDay = namedDueOn == null
                ? reworkDay(hazard, approved, before, immediate)
                : CountedDay.named(wording.named(namedDueOn, calendar));
        begin(
                hazard,
                ClockKind.RECTIFY,
                Start.newTerm(dueDay)
                        .immediate(immediate)
                        .countingFrom(approved != null && time.today().isAfter(approved) ? approved : null));
        return settled(hazard.with(new DueDates(
                dueDay.date(),
                given.originalDueOn() == null ? dueDay.date() : given.originalDueOn(),
                approved == null ? dueDay.date() : approved,
                dueDay.estimated(),
                dueDay.date())));
    }

    private CountedDay reworkDay(
            Hazard hazard, @Nullable LocalDate approved, Optional<Clock> before, boolean immediate) {
        var rework = term(Purpose.REWORK, hazard, immediate);
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

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard ended(Hazard hazard) {
        stop(hazard, EVERYBODY, EVERYBODY, hazard.status().name());
        return running(hazard, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard takenOver(Hazard hazard) {
        var given = hazard.dueDates();
        var rectifyBy =
                given.dueOn() == null ? defaultTerm(hazard) : CountedDay.named(wording.takenOver(given.dueOn()));
        var original = given.originalDueOn() == null ? rectifyBy.date() : given.originalDueOn();
        var dates =
                new DueDates(rectifyBy.date(), original, rectifyBy.date(), rectifyBy.estimated(), given.runsOutOn());
        if (hazard.status() == Status.SUBMITTED) {
            var verifyBy = term(Purpose.VERIFY, hazard, false);
            begin(hazard, ClockKind.VERIFY, Start.newTerm(verifyBy));
            return running(hazard.with(dates), verifyBy.date());
        }
        begin(hazard, ClockKind.RECTIFY, Start.newTerm(rectifyBy).originallyDueOn(original));
        return running(hazard.with(dates), rectifyBy.date());
    }

    @Override
    public @Nullable ClockView presentClock(Hazard hazard) {
        return runningClocks(hazard.number()).stream()
                .filter(clock -> !clock.kind().isOfADesk())
                .min(Comparator.comparing(ClockView::kind)) // the order of the kinds is that of 4.1
                .orElse(null);
    }

    @Override
    public Map<HazardNumber, ClockView> presentClocks(Collection<Hazard> hazards) {
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
    public List<ClockView> runningClocks(HazardNumber number) {
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

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dress(OpenedTask task, Hazard hazard) {
        var running = clocks.running(hazard.number());
        running.stream()
                .filter(clock ->
                        clock.kind() == ClockKind.REVIEW || !clock.kind().isOfADesk())
                .min(Comparator.comparing(Clock::kind))
                .ifPresent(clock -> dates.give(task, hazard, clock));
        incidents.raiseFor(hazard, running, task.executionId());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dress(OpenedTask task, Hazard hazard, ClockKind desk) {
        clocks.running(hazard.number()).stream()
                .filter(clock -> clock.kind() == desk)
                .forEach(clock -> dates.give(task, hazard, clock));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dateTasks(Hazard hazard) {
        for (var clock : clocks.running(hazard.number())) {
            if (clock.kind().isASupervision()) {
                supervisionDesk.date(clock);
            } else {
                cases.date(hazard.number().value(), taskOf(clock.kind()), dates.due(clock), dates.followUp(clock));
            }
        }
    }

    private CountedDay defaultTerm(Hazard hazard) {
        return term(Purpose.RECTIFY, hazard, false);
    }

    private CountedDay term(Purpose purpose, Hazard hazard, boolean immediate) {
        return beginTerm.counted(purpose, hazard, immediate);
    }

    /** A general hazard due at most one day after its assignment is to be removed at once (5.1). */
    private boolean mustBeRemovedAtOnce(Hazard hazard, CountedDay dueDay) {
        return !hazard.isMajor() && !dueDay.date().isAfter(time.today().plusDays(1));
    }

    private void begin(Hazard hazard, ClockKind kind, Start start) {
        begin(hazard, kind, owner(hazard, kind), start);
    }

    private void begin(Hazard hazard, ClockKind kind, ClockOwner owner, Start start) {
        beginTerm.perform(hazard, kind, owner, start);
    }

    /** @param watched the kinds of clocks whose delays had reached superiors, who now hear the news */
    private void stop(Hazard hazard, Collection<ClockKind> kinds, Collection<ClockKind> watched, String news) {
        var stopped = clocks.stop(hazard.number(), kinds, time.today());
        if (!stopped.isEmpty()) {
            incidents.end(stopped);
        }
        if (!stopped.isEmpty() && !watched.isEmpty()) {
            rungs.tellWatchers(stopped.get(0), watched, news, time.now());
        }
        if (stopped.stream().anyMatch(clock -> clock.kind() == ClockKind.RECTIFY)) {
            supervisionDesk.recall(hazard, Supervision.Outcome.valueOf(news));
        }
    }

    /** What starts today takes effect at once; the engine's timer follows. */
    private Hazard settled(Hazard hazard) {
        var told = fireRungs.of(hazard);
        timer.follow(hazard.number());
        return told;
    }

    private static Hazard running(Hazard hazard, @Nullable LocalDate runsOutOn) {
        var dates = hazard.dueDates();
        return hazard.with(new DueDates(
                dates.dueOn(), dates.originalDueOn(), dates.approvedDueOn(), dates.estimated(), runsOutOn));
    }

    /** The task in the diagram that stands for a clock. */
    static String taskOf(ClockKind kind) {
        return switch (kind) {
            case EXTENSION -> "decide-extension";
            case VOIDING -> "decide-void";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static ClockOwner owner(String group) {
        return new ClockOwner(ClockOwner.Kind.GROUP, group);
    }

    private static ClockOwner owner(Hazard hazard, ClockKind kind) {
        var responsibility = hazard.responsibility();
        if (kind == ClockKind.VERIFY) {
            return new ClockOwner(
                    ClockOwner.Kind.UNIT,
                    Objects.requireNonNull(responsibility.supervisingUnit()).value());
        }
        return responsibility.enterprise() != null
                ? new ClockOwner(
                        ClockOwner.Kind.ENTERPRISE, responsibility.enterprise().value())
                : new ClockOwner(
                        ClockOwner.Kind.UNIT,
                        Objects.requireNonNull(responsibility.responsibleUnit()).value());
    }
}
