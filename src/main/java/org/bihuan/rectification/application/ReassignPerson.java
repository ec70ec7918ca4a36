package org.bihuan.rectification.application;

import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.events.CaseReassigned;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another person gets the work (T25): a principal among the own people, a unit-leader among the own officers. Clocks do not move. */
@Component
public class ReassignPerson {
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final GiveVerdict giveVerdict;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    ReassignPerson(
            HazardLedger ledger,
            Organisation organisation,
            GiveVerdict giveVerdict,
            Cases cases,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.giveVerdict = giveVerdict;
        this.cases = cases;
        this.events = events;
    }

    @Transactional
    public Hazard perform(HazardNumber number, PersonId to, String reason, Person by) {
        var hazard = ledger.lock(number);
        var next = organisation
                .person(to)
                .filter(Person::active)
                .orElseThrow(() -> new InvalidInput("responsibleUser", "UNKNOWN"));
        if (liesWithTheResponsible(hazard) && mayMoveOwnPeople(by, hazard)) {
            if (!Responsibles.isOfThem(next, hazard.responsibility())) {
                throw new InvalidInput("responsibleUser", "NOT_OF_THE_RESPONSIBLE");
            }
            return moveResponsible(hazard, next, reason, by);
        }
        if (!liesWithTheResponsible(hazard) && leadsTheSupervisor(by, hazard)) {
            if (hazard.responsibility().supervisingUnit() == null
                    || !next.isOfficerOf(hazard.responsibility().supervisingUnit())) {
                throw new InvalidInput("responsibleUser", "NOT_OF_THE_UNIT");
            }
            return moveOfficer(hazard, next, reason, by);
        }
        throw new NotAllowed("REASSIGN");
    }

    /** Whether the work lies with the enterprise or unit that must rectify, not with the supervisor. */
    public static boolean liesWithTheResponsible(Hazard hazard) {
        return hazard.status() == Status.ASSIGNED || hazard.status() == Status.RECTIFYING;
    }

    /** Whether the person may give the present work to somebody else. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        return hazard.status().isOpen()
                && (liesWithTheResponsible(hazard) ? mayMoveOwnPeople(by, hazard) : leadsTheSupervisor(by, hazard));
    }

    private static boolean mayMoveOwnPeople(Person by, Hazard hazard) {
        return (by.is(Role.ENTERPRISE_PRINCIPAL) || by.is(Role.UNIT_LEADER))
                && Responsibles.isOfThem(by, hazard.responsibility());
    }

    private static boolean leadsTheSupervisor(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return by.is(Role.UNIT_LEADER) && unit != null && by.worksFor(unit);
    }

    private Hazard moveResponsible(Hazard hazard, Person next, String reason, Person by) {
        var before = hazard.responsibility().responsibleUser();
        var saved =
                ledger.save(hazard.with(hazard.responsibility().givenTo(next.id())), entry(before, next, reason, by));
        handOver(saved, before, next);
        return saved;
    }

    private Hazard moveOfficer(Hazard hazard, Person next, String reason, Person by) {
        if (hazard.status() == Status.SUBMITTED) {
            giveVerdict.checkMayJudge(hazard, next);
        }
        var before = cases.openTask(hazard.number().value())
                .map(Cases.OpenTask::holder)
                .orElse(null);
        var saved = ledger.save(hazard, entry(before, next, reason, by));
        handOver(saved, before, next);
        return saved;
    }

    private void handOver(Hazard saved, @Nullable PersonId before, Person next) {
        cases.reassign(saved.number().value(), next.id());
        events.publishEvent(
                new CaseReassigned(saved.number().value(), saved.log().seq(), before, next.id()));
    }

    private static LogEntry entry(@Nullable PersonId before, Person next, String reason, Person by) {
        return LogEntry.by(by.as(Role.ENTERPRISE_PRINCIPAL, Role.UNIT_LEADER), EntryKind.REASSIGNED)
                .with("from", before)
                .with("to", next.id())
                .with("reason", reason);
    }
}
