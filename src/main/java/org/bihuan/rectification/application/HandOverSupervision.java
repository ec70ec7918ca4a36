package org.bihuan.rectification.application;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.deadline.Deadlines;
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
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
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
    private final Cases cases;
    private final CountyTime time;

    HandOverSupervision(
            HazardLedger ledger,
            Organisation organisation,
            Deadlines deadlines,
            Proposals proposals,
            Reviewers reviewers,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.proposals = proposals;
        this.reviewers = reviewers;
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
                LogEntry.of(EntryKind.HAND_OVER_PROPOSED, by.id())
                        .with("supervisingUnit", to)
                        .with("reason", reason));
    }

    private Hazard handOver(Hazard hazard, UnitCode to, String reason, Person by) {
        var before = hazard.responsibility().supervisingUnit();
        var followed = hazard.with(hazard.responsibility().followedBy(to));
        var atReview = hazard.status() == Status.REGISTERED;
        var saved = ledger.save(
                deadlines.handedOver(followed, atReview ? reviewers.groupFor(followed) : null),
                LogEntry.of(EntryKind.HANDED_OVER, by.id())
                        .with("fromUnit", before)
                        .with("supervisingUnit", to)
                        .with("reason", reason));
        // What was offered to the old unit is offered to the new one: the task opens anew, dressed by the case as it is
        // now.
        cases.openTask(saved.number().value())
                .filter(task -> !task.key().equals("accept"))
                .ifPresent(task -> cases.enterAnew(saved.number().value(), task.key()));
        return saved;
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
