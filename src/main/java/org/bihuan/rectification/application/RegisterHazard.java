package org.bihuan.rectification.application;

import java.util.Objects;
import java.util.Optional;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.Terms;
import org.bihuan.engine.CaseStart;
import org.bihuan.evidence.Evidence;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Responsibility;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.rectification.Registrars;
import org.bihuan.rectification.SimilarCases;
import org.bihuan.rectification.application.HazardRectificationModel.Entry;
import org.bihuan.rectification.domain.FoundNotInTheFuture;
import org.bihuan.rectification.domain.OnTheSpotIsGeneralAndByAnInspector;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A hazard enters the ledger (T1, T2); where it begins its way depends on who registers and what is known. */
@Component
public class RegisterHazard {
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final Evidence evidence;
    private final Routing routing;
    private final Terms terms;
    private final SimilarCases similar;
    private final CriterionPicker criteria;
    private final AssignHazard assignHazard;
    private final CloseOnTheSpot closeOnTheSpot;
    private final Reviewers reviewers;
    private final Deadlines deadlines;
    private final CountyTime time;

    RegisterHazard(
            HazardLedger ledger,
            Organisation organisation,
            Evidence evidence,
            Routing routing,
            Terms terms,
            SimilarCases similar,
            CriterionPicker criteria,
            AssignHazard assignHazard,
            CloseOnTheSpot closeOnTheSpot,
            Reviewers reviewers,
            Deadlines deadlines,
            CountyTime time) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.evidence = evidence;
        this.routing = routing;
        this.terms = terms;
        this.similar = similar;
        this.criteria = criteria;
        this.assignHazard = assignHazard;
        this.closeOnTheSpot = closeOnTheSpot;
        this.reviewers = reviewers;
        this.deadlines = deadlines;
        this.time = time;
    }

    /** @return where the process begins; the ledger entry stands already */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseStart perform(NewHazard wish, Person by) {
        BusinessRule.check(new FoundNotInTheFuture(wish.foundOn(), time.today()));
        var grade = Objects.requireNonNullElse(wish.grade(), Grade.GENERAL);
        if (wish.onTheSpot() != null) {
            BusinessRule.check(new OnTheSpotIsGeneralAndByAnInspector(grade, by));
        }
        var isStraight = isStraight(wish, by);
        var registration = registration(wish, grade, by);
        if (isStraight && wish.onTheSpot() == null) {
            var traits = CaseTraits.coming(
                    grade, registration.source(), registration.finding().industry());
            terms.checkNamed(traits, time.today(), Objects.requireNonNull(wish.dueOn()));
        }
        var number = ledger.register(registration).number();
        evidence.takeOver(wish.evidence(), number.value(), by.id());
        // Each file has left its entry in the log: the case goes on from there.
        return new CaseStart(number.value(), begin(flagged(ledger.get(number), by), wish, isStraight, by));
    }

    /** What comes back within a year of its closing is flagged, linked and logged (domain 4.7). */
    private Hazard flagged(Hazard hazard, Person by) {
        return similar.recurring(hazard)
                .map(earlier -> ledger.save(
                        hazard, LogEntry.by(by, EntryKind.RECURRENCE_FOUND).with("earlier", earlier)))
                .orElse(hazard);
    }

    private Entry begin(Hazard hazard, NewHazard wish, boolean isStraight, Person by) {
        if (wish.onTheSpot() != null) {
            closeOnTheSpot.record(hazard, wish.onTheSpot(), by);
            return Entry.CLOSE;
        }
        if (isStraight && hazard.responsibility().supervisingUnit() != null) {
            assignHazard.perform(hazard, wish.dueOn(), by.id());
            return Entry.ACCEPT;
        }
        deadlines.awaitsReview(hazard, reviewers.groupFor(hazard));
        return Entry.REVIEW;
    }

    /** An inspector or the committee office who names enterprise, grade GENERAL and due date needs no review (T2). */
    private static boolean isStraight(NewHazard wish, Person by) {
        return (by.is(Role.INSPECTOR) || by.is(Role.COMMITTEE_OFFICE))
                && wish.enterprise() != null
                && wish.grade() == Grade.GENERAL
                && wish.dueOn() != null;
    }

    /** Who finds a hazard by inspecting may follow it; a clerk who takes down a report does not (4.7). */
    private static boolean inspects(Person by) {
        return by.is(Role.INSPECTOR) || by.is(Role.UNIT_LEADER);
    }

    private Registration registration(NewHazard wish, Grade grade, Person by) {
        var isOwn = wish.enterprise() != null && by.worksFor(wish.enterprise());
        if (!mayRegister(by, isOwn)) {
            throw new NotAllowed("REGISTER");
        }
        var findingUnit = by.enterprise() == null ? by.unit() : null;
        var finding = new Finding(
                grade,
                wish.category(),
                region(wish),
                industry(wish),
                wish.location(),
                wish.description(),
                wish.criterion() == null ? null : criteria.copyOf(wish.criterion(), wish.foundOn()));
        var supervisor = routing.supervisorOf(finding, inspects(by) ? findingUnit : null, wish.responsibleUnit());
        return new Registration(
                Objects.requireNonNullElseGet(wish.source(), () -> Registrars.usualSource(by, organisation)),
                wish.foundOn(),
                wish.dueOn(),
                findingUnit,
                isOwn,
                finding,
                new Responsibility(
                        wish.enterprise(), wish.responsibleUnit(), null, supervisor.orElse(null), wish.requirement()),
                by.id());
    }

    /** T1: an enterprise's people register in their own enterprise only. */
    private static boolean mayRegister(Person by, boolean isOwn) {
        return Registrars.ofTheAuthorities(by) || (Registrars.mayRegister(by) && isOwn);
    }

    private String region(NewHazard wish) {
        return Optional.ofNullable(wish.region())
                .or(() -> Optional.ofNullable(wish.enterprise())
                        .flatMap(organisation::enterprise)
                        .map(found -> found.region()))
                .or(() -> Optional.ofNullable(wish.responsibleUnit())
                        .flatMap(organisation::unit)
                        .map(Unit::region))
                .orElseThrow(() -> new InvalidInput("region", "REQUIRED"));
    }

    private @Nullable String industry(NewHazard wish) {
        return Optional.ofNullable(wish.industry())
                .or(() -> Optional.ofNullable(wish.enterprise())
                        .flatMap(organisation::enterprise)
                        .map(found -> found.industry()))
                .orElse(null);
    }
}
