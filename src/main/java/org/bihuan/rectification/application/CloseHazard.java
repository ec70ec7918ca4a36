package org.bihuan.rectification.application;

import java.util.Objects;
import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.events.HazardClosed;
import org.bihuan.shared.CountyTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The hazard leaves the open ledger (T18): clocks stop, incidents end, those who had to do with it are told. */
@Component
public class CloseHazard {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RoundsOfHazards rounds;
    private final Proposals proposals;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    CloseHazard(
            HazardLedger ledger,
            Deadlines deadlines,
            RoundsOfHazards rounds,
            Proposals proposals,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.proposals = proposals;
        this.events = events;
        this.time = time;
    }

    /** After the verdict on the standing report. */
    public Hazard perform(HazardNumber number) {
        var hazard = ledger.lock(number);
        var all = rounds.of(number);
        var report = all.standing(hazard.round()).orElse(null);
        var verdict = all.verdicts().get(all.verdicts().size() - 1);
        var how = hazard.status() == Status.REGISTERED ? Transition.CLOSE_ON_THE_SPOT : Transition.CLOSE;
        var completedOn = report == null ? hazard.ending().completedOn() : report.completedOn();
        proposals.lapse(number, time.today());
        var closed = deadlines.ended(hazard.closed(how, time.today(), completedOn));
        var saved = ledger.save(closed, entry(closed, verdict.givenBy()));
        events.publishEvent(new HazardClosed(
                number.value(),
                saved.log().seq(),
                saved.responsibility().responsibleUser(),
                saved.origin().registeredBy()));
        return saved;
    }

    private static LogEntry entry(Hazard closed, PersonId by) {
        return LogEntry.of(EntryKind.CLOSED, by)
                .with("closedOn", Objects.requireNonNull(closed.ending().closedOn()))
                .with("completedOn", closed.ending().completedOn());
    }
}
