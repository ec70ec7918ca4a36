package org.bihuan.deadline.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.Supervising;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.Supervision.Action;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.FormerOwners;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.adapter.Supervisions;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.FiredRung;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.deadline.domain.Start;
import org.bihuan.deadline.events.DelayEnded;
import org.bihuan.engine.Cases;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens 督办 where a fired rung asks for it, one an audience, and ends them with the delay (N2, N11). */
@Component
public class SupervisionDesk implements Supervising {
    private static final Set<ClockKind> SUPERVISIONS =
            EnumSet.of(ClockKind.SUPERVISE_UNIT, ClockKind.SUPERVISE_OFFICE, ClockKind.SUPERVISE_COUNTY);

    private static final int LONGEST_QUIET = 10;

    private final Rungs rungs;
    private final Clocks clocks;
    private final FormerOwners formerOwners;
    private final Supervisions supervisions;
    private final Audiences audiences;
    private final BeginTerm beginTerm;
    private final TaskDates dates;
    private final CaseTimer timer;
    private final OverdueIncidents incidents;
    private final HazardLedger ledger;
    private final Cases cases;
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final ApplicationEventPublisher events;

    SupervisionDesk(
            Rungs rungs,
            Clocks clocks,
            FormerOwners formerOwners,
            Supervisions supervisions,
            Audiences audiences,
            BeginTerm beginTerm,
            TaskDates dates,
            CaseTimer timer,
            OverdueIncidents incidents,
            HazardLedger ledger,
            Cases cases,
            CountyCalendar calendar,
            CountyTime time,
            ApplicationEventPublisher events) {
        this.rungs = rungs;
        this.clocks = clocks;
        this.formerOwners = formerOwners;
        this.supervisions = supervisions;
        this.audiences = audiences;
        this.beginTerm = beginTerm;
        this.dates = dates;
        this.timer = timer;
        this.incidents = incidents;
        this.ledger = ledger;
        this.cases = cases;
        this.calendar = calendar;
        this.time = time;
        this.events = events;
    }

    /** Opens what the fired rungs of a case ask for; the caller holds its row. Nothing happens the second time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Hazard held) {
        var hazard = held;
        for (var rung : FiredRung.acting(rungs.enact(held.number(), time.now(), time.zone()))) {
            hazard = open(hazard, rung);
        }
    }

    /** A superior who has not answered yet is not asked twice. */
    private Hazard open(Hazard hazard, Rung rung) {
        var owner = ClockOwner.group(audiences.supervisor(rung, hazard));
        var kind = kindOf(owner.code());
        if (clocks.running(hazard.number()).stream().anyMatch(clock -> clock.kind() == kind)) {
            return hazard;
        }
        var clock = beginTerm.perform(
                hazard, kind, owner, Start.newTerm(beginTerm.counted(Purpose.SUPERVISION, hazard, false)));
        supervisions.open(clock, rung.step());
        var logged = ledger.note(
                        List.of(hazard),
                        Map.of(
                                hazard.number(),
                                List.of(LogEntry.of(EntryKind.SUPERVISION_OPENED, null)
                                        .with("rung", rung.step())
                                        .with("supervisor", owner.code())
                                        .with("answerBy", clock.dueOn()))))
                .get(0);
        cases.tell(hazard.number().value(), OPENED);
        return logged;
    }

    private static ClockKind kindOf(String group) {
        return switch (group) {
            case "committee-office" -> ClockKind.SUPERVISE_OFFICE;
            case "county-leader" -> ClockKind.SUPERVISE_COUNTY;
            default -> ClockKind.SUPERVISE_UNIT;
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(OpenedTask task, Hazard hazard) {
        var supervision = supervisions.bind(hazard.number(), task.id());
        task.offerTo(supervision.supervisor());
        dates.give(task, hazard, clockOf(supervision));
    }

    @Override
    public LocalDate latestQuiet() {
        return calendar.workingDays().workingDayFrom(time.today(), LONGEST_QUIET);
    }

    @Override
    public Supervision ofTask(String taskId) {
        return supervisions.ofTask(taskId).orElseThrow(() -> new Conflict("TASK_GONE"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Hazard answered(
            Hazard hazard, String taskId, Action action, String opinion, @Nullable LocalDate quietUntil, PersonId by) {
        var supervision = ofTask(taskId);
        supervisions.answer(supervision, action, opinion, quietUntil, time.today(), by);
        if (quietUntil != null) {
            supervisions.quiet(
                    hazard.number(), audiences.ofGroup(clockOf(supervision).owner()), quietUntil);
        }
        incidents.end(clocks.stop(hazard.number(), EnumSet.of(supervision.kind()), time.today()));
        timer.follow(hazard.number());
        return hazard;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<ClockKind> handedOver(Hazard hazard, UnitCode from) {
        var moved = EnumSet.noneOf(ClockKind.class);
        var leaders = audiences.leadersOf(hazard);
        for (var open : supervisions.open(hazard.number())) {
            if (open.supervisor().equals(from.leadersGroup())) {
                formerOwners.handOver(hazard.number(), open.kind(), ClockOwner.group(leaders), time.today());
                supervisions.handOver(open, leaders).ifPresent(cases::openTaskAnew);
                moved.add(open.kind());
            }
        }
        return moved;
    }

    /** Gives the task of a 督办 the dates of its clock; a case may have several, so it is found by what it answers for. */
    void date(Clock clock) {
        supervisions
                .openTask(clock.hazard(), clock.kind())
                .ifPresent(task -> cases.dateTask(task, dates.due(clock), dates.followUp(clock)));
    }

    private Clock clockOf(Supervision supervision) {
        return clocks.running(supervision.hazard()).stream()
                .filter(clock -> clock.kind() == supervision.kind())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Supervision> of(HazardNumber hazard) {
        return supervisions.of(hazard);
    }

    /** The delay has ended, or its day lies ahead again: nothing is left to answer for (N11), and no letter to send (N6). */
    void recall(Hazard hazard, Outcome why) {
        events.publishEvent(new DelayEnded(hazard.number(), why));
        if (supervisions.recall(hazard.number(), why, time.today()) == 0) {
            return;
        }
        incidents.end(clocks.stop(hazard.number(), SUPERVISIONS, time.today()));
        if (hazard.status().isOpen()) { // else the end of the case takes them along
            cases.tellAll(hazard.number().value(), RECALLED);
        }
    }
}
