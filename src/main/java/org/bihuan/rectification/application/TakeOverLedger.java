package org.bihuan.rectification.application;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.deadline.Deadlines;
import org.bihuan.engine.CaseStart;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Takeover;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.IncomingLedger;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.application.HazardRectificationModel.Entry;
import org.bihuan.rectification.domain.CompletionReport;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of a ledger kept before enter ours (9.1): closed ones with their days and nothing else; open ones, assigned on paper long
 * ago, at the step where they stand.
 */
@Component
class TakeOverLedger implements IncomingLedger {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Reviewers reviewers;
    private final Assignments assignments;
    private final RoundsOfHazards rounds;
    private final Routing routing;
    private final Responsibles responsibles;
    private final Cases cases;
    private final CountyTime time;

    TakeOverLedger(
            HazardLedger ledger,
            Deadlines deadlines,
            Reviewers reviewers,
            Assignments assignments,
            RoundsOfHazards rounds,
            Routing routing,
            Responsibles responsibles,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.reviewers = reviewers;
        this.assignments = assignments;
        this.rounds = rounds;
        this.routing = routing;
        this.responsibles = responsibles;
        this.cases = cases;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Hazard> takeOver(List<Takeover> rows, Person by) {
        var entered = ledger.takeOver(rows.stream().map(this::placed).toList(), by.id());
        var starts = new ArrayList<CaseStart>();
        for (var hazard : entered) {
            if (hazard.status().isOpen()) {
                starts.add(begin(hazard, by.id()));
            }
        }
        cases.startAll(HazardRectificationModel.KEY, starts);
        return entered;
    }

    /** The unit that follows it and the person who has it; without either the case waits for review (9.1). */
    private Takeover placed(Takeover row) {
        var registration = row.registration();
        var responsibility = responsibilityOf(registration);
        var hasItsPeople = responsibility.supervisingUnit() != null
                && (responsibility.responsibleUser() != null || responsibility.responsibleUnit() != null);
        var status = row.status().isOpen() && !hasItsPeople ? Status.REGISTERED : row.status();
        return new Takeover(
                new Registration(
                        registration.source(),
                        registration.foundOn(),
                        registration.wishedDueOn(),
                        registration.findingUnit(),
                        registration.selfRegistered(),
                        registration.finding(),
                        responsibility,
                        registration.registeredBy()),
                row.externalNumber(),
                status,
                row.dueDates(),
                row.completedOn(),
                row.closedOn(),
                row.extensions(),
                row.particulars());
    }

    private Responsibility responsibilityOf(Registration registration) {
        var given = registration.responsibility();
        Finding finding = registration.finding();
        var supervisor = routing.supervisorOf(finding, registration.findingUnit(), given.responsibleUnit());
        return given.followedBy(supervisor.orElse(null))
                .givenTo(responsibles.personFor(given).orElse(null));
    }

    private CaseStart begin(Hazard hazard, PersonId by) {
        if (hazard.status() == Status.REGISTERED) {
            deadlines.awaitsReview(hazard, reviewers.groupFor(hazard));
            return new CaseStart(hazard.number().value(), Entry.REVIEW);
        }
        assignments.begin(hazard.number(), time.today(), by);
        assignments.end(hazard.number(), true, null, time.today(), by);
        var dated = ledger.save(
                deadlines.takenOver(hazard),
                LogEntry.of(EntryKind.ASSIGNED, by)
                        .with("to", hazard.responsibility().responsibleUser())
                        .with("supervisingUnit", hazard.responsibility().supervisingUnit()));
        if (hazard.status() == Status.SUBMITTED) {
            recordOldReport(dated, by);
            return new CaseStart(hazard.number().value(), Entry.VERIFY);
        }
        return new CaseStart(hazard.number().value(), Entry.RECTIFY);
    }

    /** The report day is the old ledger's day of completion (9.1). */
    private void recordOldReport(Hazard hazard, PersonId by) {
        var completedOn = hazard.ending().completedOn();
        if (completedOn != null) {
            var requirement = hazard.responsibility().requirement();
            rounds.add(
                    hazard.number(),
                    new CompletionReport(
                            0,
                            hazard.round(),
                            requirement == null ? hazard.finding().description() : requirement,
                            null,
                            completedOn,
                            completedOn,
                            time.startOf(completedOn),
                            by,
                            true,
                            null,
                            null));
        }
    }
}
