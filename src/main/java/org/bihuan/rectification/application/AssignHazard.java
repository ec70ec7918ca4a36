package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.Objects;
import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.domain.CaseHasASupervisor;
import org.bihuan.rectification.events.HazardAssigned;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The case is handed to the three lines (T2, T3): its clocks start and the responsible person is told. */
@Component
public class AssignHazard {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final Responsibles responsibles;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    AssignHazard(
            HazardLedger ledger,
            Deadlines deadlines,
            Assignments assignments,
            Responsibles responsibles,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.responsibles = responsibles;
        this.events = events;
        this.time = time;
    }

    /** @param namedDueOn the day somebody named; null for the default term */
    public Hazard perform(Hazard hazard, @Nullable LocalDate namedDueOn, PersonId by) {
        return perform(hazard, Transition.ASSIGN, namedDueOn, by);
    }

    /** From one enterprise to another (T27): an assignment like the first, with terms of its own. */
    Hazard anew(Hazard hazard, @Nullable LocalDate namedDueOn, PersonId by) {
        return perform(hazard, Transition.MOVE, namedDueOn, by);
    }

    private Hazard perform(Hazard hazard, Transition how, @Nullable LocalDate namedDueOn, PersonId by) {
        BusinessRule.check(new CaseHasASupervisor(hazard.responsibility()));
        var person = responsibles.personFor(hazard.responsibility()).orElse(null);
        var assigned = hazard.after(how).with(hazard.responsibility().givenTo(person));
        var dated = how == Transition.MOVE
                ? deadlines.moved(assigned, namedDueOn)
                : deadlines.assigned(assigned, namedDueOn);
        assignments.begin(hazard.number(), time.today(), by);
        var saved = ledger.save(
                dated,
                LogEntry.of(EntryKind.ASSIGNED, by)
                        .with("to", person)
                        .with("supervisingUnit", dated.responsibility().supervisingUnit())
                        .with("requirement", dated.responsibility().requirement())
                        .with("dueOn", dated.dueDates().dueOn()));
        events.publishEvent(new HazardAssigned(
                saved.number().value(),
                saved.log().seq(),
                person,
                saved.isMajor(),
                Objects.requireNonNull(saved.dueDates().dueOn())));
        return saved;
    }
}
