package org.bihuan.rectification.application;

import java.util.Objects;
import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.events.CompletionReturned;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An unqualified verdict opens the next round with a fresh rectification clock, and keeps the verifier's words (T17). */
@Component
public class ReturnForRework {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RoundsOfHazards rounds;
    private final ApplicationEventPublisher events;

    ReturnForRework(
            HazardLedger ledger, Deadlines deadlines, RoundsOfHazards rounds, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.events = events;
    }

    public Hazard perform(HazardNumber number) {
        var returned = ledger.lock(number).after(Transition.RETURN);
        var verdict = rounds.of(number).returnInto(returned.round()).orElseThrow();
        var saved = ledger.save(
                deadlines.returned(returned),
                LogEntry.of(EntryKind.RETURNED, verdict.givenBy())
                        .with("round", returned.round())
                        .with("opinion", verdict.opinion()));
        events.publishEvent(new CompletionReturned(
                number.value(),
                saved.log().seq(),
                saved.responsibility().responsibleUser(),
                saved.round(),
                Objects.requireNonNullElse(verdict.opinion(), ""),
                Objects.requireNonNull(saved.dueDates().dueOn())));
        return saved;
    }
}
