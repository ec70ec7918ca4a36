package org.bihuan.rectification.application;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.Supervising;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.domain.CaseHasASupervisor;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.bihuan.rectification.domain.Proposal.Outcome;
import org.bihuan.rectification.events.SupervisionHandedOver;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another unit follows the case (T26): by the committee office alone, or by the leaders of both units. No clock moves. */
@Component
public class HandOverSupervision {
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final Proposals proposals;
    private final Reviewers reviewers;
    private final HandOverDesks handOverDesks;
    private final Supervising supervising;
    private final ApplicationEventPublisher events;
    private final Cases cases;
    private final CountyTime time;

    HandOverSupervision(
            HazardLedger ledger,
            Organisation organisation,
            Deadlines deadlines,
            Proposals proposals,
            Reviewers reviewers,
            HandOverDesks handOverDesks,
            Supervising supervising,
            ApplicationEventPublisher events,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.proposals = proposals;
        this.reviewers = reviewers;
        this.handOverDesks = handOverDesks;
        this.supervising = supervising;
        this.events = events;
        this.cases = cases;
        this.time = time;
    }

    /** @return with the new unit; or as it was, while the other leader's word is missing */
    @Transactional
    public Hazard perform(HazardNumber number, UnitCode to, String reason, Person by) {
        var hazard = ledger.lock(number);
        var from = hazard.responsibility().supervisingUnit();
        if (!hazard.status().isOpen()) {
            throw new NotAllowed("HAND_OVER");
        }
        if (organisation.unit(to).isEmpty() || to.equals(from)) {
            throw new InvalidInput("supervisingUnit", to.equals(from) ? "ALREADY_SUPERVISES" : "UNKNOWN");
        }
        BusinessRule.check(new CaseHasASupervisor(hazard.responsibility().followedBy(to)));
        var pending = proposals.pending(number, Kind.HAND_OVER);
        if (by.is(Role.COMMITTEE_OFFICE)) {
            pending.ifPresent(
                    proposal -> proposals.decide(number, Kind.HAND_OVER, Outcome.GRANTED, null, time.today(), by.id()));
            return handOver(hazard, to, reason, by);
        }
        if (pending.filter(proposal -> proposal.what().equals(to.value()) && leads(by, to))
                .isPresent()) {
            proposals.decide(number, Kind.HAND_OVER, Outcome.GRANTED, null, time.today(), by.id());
            return handOver(hazard, to, reason, by);
        }
        if (from == null || !leads(by, from)) {
            throw new NotAllowed("HAND_OVER");
        }
        return propose(hazard, to, reason, by, pending.isPresent());
    }

    /** A leader who changes his mind about the unit proposes anew. */
    private Hazard propose(Hazard hazard, UnitCode to, String reason, Person by, boolean another) {
        var number = hazard.number();
        if (another) {
            proposals.lapse(number, Kind.HAND_OVER, time.today());
        }
        proposals.add(
                number,
                new Proposal(Kind.HAND_OVER, time.today(), by.id(), to.value(), reason, to.leadersGroup(), null, null));
        ledger.letRead(Map.of(
                number,
                organisation.peopleOf(to, Set.of(Role.UNIT_LEADER)).stream()
                        .map(Person::id)
                        .collect(Collectors.toSet())));
        return ledger.save(
                hazard,
                LogEntry.by(by.as(Role.COMMITTEE_OFFICE, Role.UNIT_LEADER), EntryKind.HAND_OVER_PROPOSED)
                        .with("supervisingUnit", to)
                        .with("reason", reason));
    }

    private Hazard handOver(Hazard hazard, UnitCode to, String reason, Person by) {
        var before = hazard.responsibility().supervisingUnit();
        var followed = hazard.with(hazard.responsibility().followedBy(to));
        var decisions = before == null ? Map.<ClockKind, String>of() : handOverDesks.perform(followed, before);
        var desks = new EnumMap<ClockKind, String>(ClockKind.class);
        desks.putAll(decisions);
        if (hazard.status() == Status.REGISTERED) {
            desks.put(ClockKind.REVIEW, reviewers.groupFor(followed));
        }
        var waiting = EnumSet.noneOf(ClockKind.class);
        waiting.addAll(decisions.keySet());
        waiting.addAll(before == null ? Set.of() : supervising.handedOver(followed, before));
        var saved = ledger.save(
                deadlines.handedOver(followed, desks),
                LogEntry.by(by.as(Role.COMMITTEE_OFFICE, Role.UNIT_LEADER), EntryKind.HANDED_OVER)
                        .with("fromUnit", before)
                        .with("supervisingUnit", to)
                        .with("clock", waiting.isEmpty() ? null : inALine(waiting))
                        .with("reason", reason));
        // What was offered to the old unit is offered to the new one: the task opens anew, dressed by the case as it is
        // now.
        cases.openTask(saved.number().value())
                .filter(task -> !task.key().equals("accept"))
                .ifPresent(task -> cases.enterAnew(saved.number().value(), task.key()));
        handOverDesks.openAnew(saved, decisions);
        events.publishEvent(new SupervisionHandedOver(
                saved.number().value(),
                saved.log().seq(),
                before,
                to,
                waiting.stream().map(ClockKind::name).toList()));
        return saved;
    }

    private static String inALine(Set<ClockKind> clocks) {
        return clocks.stream().map(ClockKind::name).collect(Collectors.joining(", "));
    }

    private static boolean leads(Person person, UnitCode unit) {
        return person.is(Role.UNIT_LEADER) && person.worksFor(unit);
    }

    /** Whether the person may begin it: the committee office, or the leader of the unit that follows the case. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return hazard.status().isOpen() && (by.is(Role.COMMITTEE_OFFICE) || (unit != null && leads(by, unit)));
    }
}
