package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.CaseStart;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.ReopenReason;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.application.HazardRectificationModel.Entry;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.bihuan.rectification.domain.Proposal.Outcome;
import org.bihuan.rectification.domain.ProposerDoesNotDecide;
import org.bihuan.rectification.domain.ReopenDayLiesAhead;
import org.bihuan.rectification.domain.ReopenedWithinNinetyDays;
import org.bihuan.rectification.events.HazardReopened;
import org.bihuan.rectification.events.ProposalRefused;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A closed case is taken up again (T28): one person proposes, a second decides (S7). Granted, it goes on in its next round under the
 * same number, in a process of its own; everything of before stays.
 */
@Component
public class ReopenHazard {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RunningClocks runningClocks;
    private final Proposals proposals;
    private final FourEyes fourEyes;
    private final Deciders deciders;
    private final RoundsOfHazards rounds;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    ReopenHazard(
            HazardLedger ledger,
            Deadlines deadlines,
            RunningClocks runningClocks,
            Proposals proposals,
            FourEyes fourEyes,
            Deciders deciders,
            RoundsOfHazards rounds,
            Cases cases,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.runningClocks = runningClocks;
        this.proposals = proposals;
        this.fourEyes = fourEyes;
        this.deciders = deciders;
        this.rounds = rounds;
        this.cases = cases;
        this.events = events;
        this.time = time;
    }

    @Transactional
    public Hazard propose(HazardNumber number, ReopenReason why, String reason, Person by) {
        var hazard = ledger.lock(number);
        hazard.reopened(transition(why));
        if (!isOpenTo(by, hazard)) {
            throw new NotAllowed("REOPEN");
        }
        if (pending(number).isPresent()) {
            throw new Conflict("REOPENING_PENDING");
        }
        checkNotTooLate(hazard);
        var decider = deciders.of(hazard, by);
        var proposed = deadlines.decisionAsked(hazard, ClockKind.REOPENING, decider);
        var decideBy = runningClocks.of(number).get(0).dueOn();
        proposals.add(
                number, new Proposal(Kind.REOPEN, time.today(), by.id(), why.name(), reason, decider, decideBy, null));
        return ledger.save(
                proposed,
                LogEntry.by(by, EntryKind.REOPENING_PROPOSED)
                        .with("reopenReason", why)
                        .with("reason", reason)
                        .with("decider", decider)
                        .with("decideBy", decideBy));
    }

    /** @param dueOn the new day; null for the rework term (4.5) */
    @Transactional
    public Hazard grant(HazardNumber number, @Nullable LocalDate dueOn, @Nullable String opinion, Person by) {
        var hazard = ledger.lock(number);
        var proposal = mayDecide(hazard, by);
        var why = ReopenReason.valueOf(proposal.what());
        checkNotTooLate(hazard);
        BusinessRule.check(new ReopenDayLiesAhead(dueOn, time.today()));
        proposals.decide(number, Kind.REOPEN, Outcome.GRANTED, opinion, time.today(), by.id());
        var reopened = hazard.reopened(transition(why));
        if (reopened.status() == Status.SUBMITTED) {
            rounds.carryOver(number, hazard.round());
        }
        var saved = ledger.save(
                deadlines.reopened(reopened, dueOn),
                LogEntry.by(asDecider(by), EntryKind.REOPENED)
                        .with("reopenReason", why)
                        .with("reason", proposal.reason())
                        .with("proposedBy", proposal.proposedBy())
                        .with("opinion", opinion)
                        .with("round", reopened.round()));
        if (saved.status() != Status.SUBMITTED) { // else the responsible side has nothing to do
            events.publishEvent(new HazardReopened(
                    number.value(),
                    saved.log().seq(),
                    saved.responsibility().responsibleUser(),
                    saved.round(),
                    proposal.reason(),
                    Objects.requireNonNull(saved.dueDates().dueOn())));
        }
        cases.start(
                HazardRectificationModel.KEY,
                new CaseStart(number.value(), saved.status() == Status.SUBMITTED ? Entry.VERIFY : Entry.RECTIFY));
        return saved;
    }

    @Transactional
    public Hazard refuse(HazardNumber number, String opinion, Person by) {
        var hazard = ledger.lock(number);
        var proposal = mayDecide(hazard, by);
        proposals.decide(number, Kind.REOPEN, Outcome.REFUSED, opinion, time.today(), by.id());
        var saved = ledger.save(
                deadlines.decided(hazard, ClockKind.REOPENING),
                LogEntry.by(asDecider(by), EntryKind.REOPENING_REFUSED).with("opinion", opinion));
        events.publishEvent(new ProposalRefused(
                number.value(), saved.log().seq(), Kind.REOPEN.name(), proposal.proposedBy(), opinion));
        return saved;
    }

    public Optional<Proposal> pending(HazardNumber number) {
        return proposals.pending(number, Kind.REOPEN);
    }

    private Proposal mayDecide(Hazard hazard, Person by) {
        var proposal = pending(hazard.number()).orElseThrow(() -> new Conflict("NO_REOPENING_PENDING"));
        BusinessRule.check(new ProposerDoesNotDecide(
                fourEyes.then(proposal.proposedBy(), proposal.proposedOn()), fourEyes.of(by)));
        if (!Deciders.isOneOf(by, proposal.decider())) {
            throw new NotAllowed("REOPEN");
        }
        return proposal;
    }

    private static Person asDecider(Person by) {
        return by.as(Role.COMMITTEE_OFFICE, Role.COUNTY_LEADER, Role.UNIT_LEADER);
    }

    private void checkNotTooLate(Hazard hazard) {
        BusinessRule.check(new ReopenedWithinNinetyDays(
                Objects.requireNonNull(hazard.ending().closedOn()), time.today()));
    }

    private static Transition transition(ReopenReason why) {
        return why == ReopenReason.CLOSED_BY_MISTAKE ? Transition.REOPEN_FOR_VERDICT : Transition.REOPEN;
    }

    /** Whether the case is closed and the person of its supervising unit or of the committee office. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return hazard.status() == Status.CLOSED
                && (by.is(Role.COMMITTEE_OFFICE) || (unit != null && by.isOfficerOf(unit)));
    }
}
