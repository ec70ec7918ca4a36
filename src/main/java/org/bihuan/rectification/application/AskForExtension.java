package org.bihuan.rectification.application;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.domain.Extension;
import org.bihuan.rectification.domain.ExtensionIsAskedBeforeExpiry;
import org.bihuan.rectification.domain.ExtensionsAreLeft;
import org.bihuan.rectification.domain.MajorNamesItsInterimControls;
import org.bihuan.rectification.domain.PrincipalSignsForTheMajor;
import org.bihuan.rectification.domain.WishLiesWithinTheLimit;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responsible side asks for a later due day (T13); a desk one level above the supervising inspector decides (4.4). */
@Component
public class AskForExtension {
    /** A day of rework may move once, by three working days (4.4). */
    private static final int LONGEST_REWORK = 3;

    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RunningClocks runningClocks;
    private final Extensions extensions;
    private final ExtensionTables tables;
    private final Assignments assignments;
    private final CountyCalendar calendar;
    private final FourEyes fourEyes;
    private final Cases cases;
    private final CountyTime time;

    AskForExtension(
            HazardLedger ledger,
            Deadlines deadlines,
            RunningClocks runningClocks,
            Extensions extensions,
            ExtensionTables tables,
            Assignments assignments,
            CountyCalendar calendar,
            FourEyes fourEyes,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.runningClocks = runningClocks;
        this.extensions = extensions;
        this.tables = tables;
        this.assignments = assignments;
        this.calendar = calendar;
        this.fourEyes = fourEyes;
        this.cases = cases;
        this.time = time;
    }

    /** The due day stands until somebody decides. */
    @Transactional
    public Hazard perform(
            HazardNumber number, LocalDate wishedOn, String reason, @Nullable String interimControls, Person by) {
        var hazard = ledger.lock(number);
        if (!isOpenTo(by, hazard)) {
            throw new NotAllowed("EXTENSION");
        }
        if (extensions.pending(number).isPresent()) {
            throw new Conflict("EXTENSION_PENDING");
        }
        var clock = rectification(hazard);
        BusinessRule.check(new ExtensionIsAskedBeforeExpiry(time.today(), clock.dueOn()));
        var rework = isRework(hazard);
        var limits = tables.limits(hazard);
        BusinessRule.check(
                new ExtensionsAreLeft(granted(hazard, rework), rework ? 1 : limits.times()),
                new WishLiesWithinTheLimit(wishedOn, clock.dueOn(), latest(hazard, clock, rework)),
                new PrincipalSignsForTheMajor(hazard, by),
                new MajorNamesItsInterimControls(hazard, interimControls));
        var late = !rework && time.today().isAfter(lastDayInTime(clock.startedOn(), clock.dueOn(), limits.lead()));
        var decider = rework
                ? tables.leadersOfTheSupervisor(hazard)
                : tables.deciderOf(hazard, DAYS.between(clock.dueOn(), wishedOn), late);
        var asked = deadlines.extensionAsked(hazard, decider);
        var decideBy = running(asked, ClockKind.EXTENSION).dueOn();
        extensions.ask(
                number,
                new Extension(
                        hazard.round(),
                        time.today(),
                        by.id(),
                        clock.dueOn(),
                        wishedOn,
                        reason,
                        interimControls,
                        late,
                        rework,
                        decider,
                        decideBy,
                        null,
                        null,
                        null,
                        null));
        var saved = ledger.save(
                asked,
                LogEntry.by(asAsker(hazard, by), EntryKind.EXTENSION_ASKED)
                        .with("wishedOn", wishedOn)
                        .with("reason", reason)
                        .with("interimControls", interimControls)
                        .with("late", late ? Boolean.TRUE : null)
                        .with("decider", decider)
                        .with("decideBy", decideBy));
        cases.tell(number.value(), HazardRectificationModel.EXTENSION_ASKED);
        return saved;
    }

    private Person asAsker(Hazard hazard, Person by) {
        return hazard.isMajor()
                ? by.as(PrincipalSignsForTheMajor.signer(hazard))
                : fourEyes.forTheResponsible(by, hazard);
    }

    /** Whether the work goes on and the person may ask for more time. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        return (hazard.status() == Status.ASSIGNED || hazard.status() == Status.RECTIFYING)
                && Responsibles.isOfThem(by, hazard.responsibility());
    }

    /** Whether the work goes on, its due day has not passed, and nothing is on the desk or used up. */
    public boolean mayStillBeAsked(Hazard hazard) {
        if (hazard.status() != Status.ASSIGNED && hazard.status() != Status.RECTIFYING) {
            return false;
        }
        var rework = isRework(hazard);
        var allowed = rework ? 1 : tables.limits(hazard).times();
        return !time.today().isAfter(rectification(hazard).dueOn())
                && granted(hazard, rework) < allowed
                && extensions.pending(hazard.number()).isEmpty();
    }

    /** The last day on which to ask without going one decider higher; until the due day it may still be asked for (5.3). */
    public LocalDate lastDayInTime(Hazard hazard) {
        var clock = rectification(hazard);
        return lastDayInTime(
                clock.startedOn(), clock.dueOn(), tables.limits(hazard).lead());
    }

    public Optional<LocalDate> lastDayInTime(
            Grade grade, Instant registeredAt, int granted, LocalDate startedOn, LocalDate dueOn) {
        var limits = tables.limits(grade, registeredAt);
        return granted < limits.times()
                ? Optional.of(lastDayInTime(startedOn, dueOn, limits.lead()))
                : Optional.empty();
    }

    /** The latest day that may be wished for now. */
    public LocalDate latest(Hazard hazard) {
        return latest(hazard, rectification(hazard), isRework(hazard));
    }

    private LocalDate latest(Hazard hazard, ClockView clock, boolean rework) {
        if (rework) {
            return calendar.workingDays().workingDayFrom(clock.dueOn(), LONGEST_REWORK);
        }
        var limits = tables.limits(hazard);
        var byOne = clock.dueOn().plusDays(limits.days());
        var byAll = assignments.assignedOn(hazard.number()).plusDays(limits.total());
        return byOne.isBefore(byAll) ? byOne : byAll;
    }

    /** A term shorter than the lead may be extended on any of its days. */
    private LocalDate lastDayInTime(LocalDate startedOn, LocalDate dueOn, int lead) {
        var days = calendar.workingDays();
        var last = days.workingDayFrom(days.lastWorkingDayUpTo(dueOn), -lead);
        return last.isBefore(startedOn) ? dueOn : last;
    }

    private int granted(Hazard hazard, boolean rework) {
        return rework
                ? (int) extensions.of(hazard.number()).stream()
                        .filter(earlier -> earlier.rework()
                                && earlier.round() == hazard.round()
                                && earlier.outcome() == Extension.Outcome.GRANTED)
                        .count()
                : hazard.extensions();
    }

    /** The day of a later round lies behind what was approved: it is no term of the assignment any more. */
    private static boolean isRework(Hazard hazard) {
        var approved = hazard.dueDates().approvedDueOn();
        var dueOn = hazard.dueDates().dueOn();
        return hazard.round() > 1 && approved != null && dueOn != null && dueOn.isAfter(approved);
    }

    private ClockView rectification(Hazard hazard) {
        return running(hazard, ClockKind.RECTIFY);
    }

    private ClockView running(Hazard hazard, ClockKind kind) {
        return runningClocks.of(hazard.number()).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
