package org.bihuan.rectification.application;

import java.time.LocalDate;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.events.HazardMovedAway;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The supervising unit finds that another enterprise must rectify (T27): a new assignment with fresh terms; the old stay in the log. */
@Component
public class MoveToEnterprise {
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final Assignments assignments;
    private final AssignHazard assignHazard;
    private final DecideExtension decideExtension;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    MoveToEnterprise(
            HazardLedger ledger,
            Organisation organisation,
            Assignments assignments,
            AssignHazard assignHazard,
            DecideExtension decideExtension,
            Cases cases,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.assignments = assignments;
        this.assignHazard = assignHazard;
        this.decideExtension = decideExtension;
        this.cases = cases;
        this.events = events;
        this.time = time;
    }

    /** @param dueOn the day somebody named; null for the default term */
    @Transactional
    public Hazard perform(
            HazardNumber number, CreditCode enterprise, @Nullable LocalDate dueOn, String reason, Person by) {
        var hazard = ledger.lock(number);
        hazard.after(Transition.MOVE);
        if (!isOpenTo(by, hazard)) {
            throw new NotAllowed("MOVE");
        }
        var before = hazard.responsibility();
        if (organisation.enterprise(enterprise).isEmpty()) {
            throw new InvalidInput("enterprise", "UNKNOWN");
        }
        if (enterprise.equals(before.enterprise())) {
            throw new InvalidInput("enterprise", "ALREADY_RESPONSIBLE");
        }
        decideExtension.recall(number, by);
        assignments.move(number, time.today(), by.id());
        var moved = ledger.save(
                hazard.with(before.of(enterprise, null)),
                LogEntry.by(by, EntryKind.REASSIGNED)
                        .with("enterprise", enterprise)
                        .with("fromEnterprise", before.enterprise())
                        .with("reason", reason)
                        .with("previousDueOn", hazard.dueDates().dueOn()));
        var saved = assignHazard.anew(moved, dueOn, by.id());
        events.publishEvent(new HazardMovedAway(number.value(), moved.log().seq(), before.responsibleUser()));
        cases.goTo(number.value(), HazardRectificationModel.Step.ACCEPT.key());
        return saved;
    }

    /** Whether the case lies with the responsible side and the person is of the unit that follows it. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return Transition.MOVE.isOpenFrom(hazard.status()) && unit != null && by.isOfficerOf(unit);
    }
}
