package org.bihuan.rectification.application;

import java.util.List;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.hazard.VoidReason;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.bihuan.rectification.domain.Proposal.Outcome;
import org.bihuan.rectification.domain.ProposerDoesNotDecide;
import org.bihuan.rectification.events.HazardVoided;
import org.bihuan.rectification.events.ProposalRefused;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A second person decides whether an entry is void (T23, S7): granted, everything about it ends; number and reason stay. */
@Component
public class DecideVoid {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Proposals proposals;
    private final FourEyes fourEyes;
    private final DecideExtension decideExtension;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    DecideVoid(
            HazardLedger ledger,
            Deadlines deadlines,
            Proposals proposals,
            FourEyes fourEyes,
            DecideExtension decideExtension,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.proposals = proposals;
        this.fourEyes = fourEyes;
        this.decideExtension = decideExtension;
        this.events = events;
        this.time = time;
    }

    public void grant(HazardNumber number, @Nullable String opinion, Person by) {
        var hazard = ledger.lock(number);
        var proposal = pending(number, by);
        var why = VoidReason.valueOf(proposal.what());
        var voided = hazard.voided(Transition.VOID, why);
        proposals.decide(number, Kind.VOID, Outcome.GRANTED, opinion, time.today(), by.id());
        proposals.lapse(number, time.today());
        decideExtension.recall(number, by);
        var saved = ledger.save(
                deadlines.ended(voided),
                LogEntry.by(by, EntryKind.VOIDED)
                        .with("voidReason", why)
                        .with("reason", proposal.reason())
                        .with("proposedBy", proposal.proposedBy())
                        .with("opinion", opinion));
        var told = List.of(saved.origin().registeredBy(), proposal.proposedBy());
        events.publishEvent(new HazardVoided(
                number.value(),
                saved.log().seq(),
                saved.assigned(),
                saved.responsibility().responsibleUser(),
                told,
                proposal.reason()));
    }

    public void refuse(HazardNumber number, String opinion, Person by) {
        var hazard = ledger.lock(number);
        var proposal = pending(number, by);
        proposals.decide(number, Kind.VOID, Outcome.REFUSED, opinion, time.today(), by.id());
        var saved = ledger.save(
                deadlines.decided(hazard, ClockKind.VOIDING),
                LogEntry.by(by, EntryKind.VOID_REFUSED).with("opinion", opinion));
        events.publishEvent(new ProposalRefused(
                number.value(), saved.log().seq(), Kind.VOID.name(), proposal.proposedBy(), opinion));
    }

    private Proposal pending(HazardNumber number, Person by) {
        var proposal = proposals.pending(number, Kind.VOID).orElseThrow(() -> new Conflict("TASK_GONE"));
        BusinessRule.check(new ProposerDoesNotDecide(
                fourEyes.then(proposal.proposedBy(), proposal.proposedOn()), fourEyes.of(by)));
        return proposal;
    }
}
