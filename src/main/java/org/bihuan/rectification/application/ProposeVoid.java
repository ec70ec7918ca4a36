package org.bihuan.rectification.application;

import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.hazard.VoidReason;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The supervising unit proposes that an entry is void (T23); somebody else decides, and until then the work goes on. */
@Component
public class ProposeVoid {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RunningClocks runningClocks;
    private final Proposals proposals;
    private final Deciders deciders;
    private final Cases cases;
    private final CountyTime time;

    ProposeVoid(
            HazardLedger ledger,
            Deadlines deadlines,
            RunningClocks runningClocks,
            Proposals proposals,
            Deciders deciders,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.runningClocks = runningClocks;
        this.proposals = proposals;
        this.deciders = deciders;
        this.cases = cases;
        this.time = time;
    }

    @Transactional
    public Hazard perform(HazardNumber number, VoidReason why, String reason, Person by) {
        var hazard = ledger.lock(number);
        hazard.voided(Transition.VOID, why); // refused where it could not be granted
        if (!isOpenTo(by, hazard)) {
            throw new NotAllowed("VOID");
        }
        if (proposals.pending(number, Kind.VOID).isPresent()) {
            throw new Conflict("VOID_PENDING");
        }
        var decider = deciders.of(hazard, by);
        var proposed = deadlines.decisionAsked(hazard, ClockKind.VOIDING, decider);
        var decideBy = runningClocks.of(number).stream()
                .filter(clock -> clock.kind() == ClockKind.VOIDING)
                .findFirst()
                .orElseThrow()
                .dueOn();
        proposals.add(
                number, new Proposal(Kind.VOID, time.today(), by.id(), why.name(), reason, decider, decideBy, null));
        var saved = ledger.save(
                proposed,
                LogEntry.by(by, EntryKind.VOID_PROPOSED)
                        .with("voidReason", why)
                        .with("reason", reason)
                        .with("decider", decider)
                        .with("decideBy", decideBy));
        cases.tell(number.value(), HazardRectificationModel.VOID_PROPOSED);
        return saved;
    }

    /** Whether the case is open and the person of its supervising unit; where it has none, of the committee office. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return hazard.status().isOpen() && (unit == null ? by.is(Role.COMMITTEE_OFFICE) : by.isOfficerOf(unit));
    }
}
