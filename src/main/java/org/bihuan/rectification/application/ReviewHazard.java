package org.bihuan.rectification.application;

import java.time.LocalDate;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Deadlines;
import org.bihuan.deadline.Terms;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Transition;
import org.bihuan.hazard.VoidReason;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.domain.CaseHasASupervisor;
import org.bihuan.rectification.domain.LeaderRejectsTheMajor;
import org.bihuan.rectification.domain.MajorNamesItsCriterion;
import org.bihuan.rectification.domain.OnlyTheCommitteeOfficeDowngrades;
import org.bihuan.rectification.domain.SurvivorMayTakeTheCase;
import org.bihuan.rectification.events.RegistrationRejected;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The first look of the supervising unit (T3-T5): graded and handed over, hung under a survivor, or no hazard at all. */
@Component
public class ReviewHazard {
    private final HazardLedger ledger;
    private final AssignHazard assignHazard;
    private final Deadlines deadlines;
    private final Terms terms;
    private final CriterionPicker criteria;
    private final Proposals proposals;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    ReviewHazard(
            HazardLedger ledger,
            AssignHazard assignHazard,
            Deadlines deadlines,
            Terms terms,
            CriterionPicker criteria,
            Proposals proposals,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.assignHazard = assignHazard;
        this.deadlines = deadlines;
        this.terms = terms;
        this.criteria = criteria;
        this.proposals = proposals;
        this.events = events;
        this.time = time;
    }

    /**
     * What the reviewer decides; null leaves what was registered.
     *
     * @param responsible the enterprise or unit, when the registrant named a wrong one
     * @param supervisingUnit named by the committee office, or where none was found
     */
    public record Review(
            @Nullable Grade grade,
            @Nullable String criterion,
            @Nullable Responsibility responsible,
            @Nullable UnitCode supervisingUnit,
            @Nullable String requirement,
            @Nullable LocalDate dueOn) {}

    /** Graded and handed over (T3). */
    public void accept(HazardNumber number, Review review, Person by) {
        var hazard = ledger.lock(number);
        var grade = review.grade() == null ? hazard.finding().grade() : review.grade();
        var criterion = review.criterion() == null
                ? hazard.finding().criterion()
                : criteria.copyOf(review.criterion(), hazard.origin().foundOn());
        var responsibility = responsibility(hazard, review);
        BusinessRule.check(
                new OnlyTheCommitteeOfficeDowngrades(hazard.finding().grade(), grade, by),
                new MajorNamesItsCriterion(grade, criterion),
                new CaseHasASupervisor(responsibility));
        if (review.dueOn() != null) {
            terms.checkNamed(CaseTraits.of(hazard, grade), time.today(), review.dueOn());
        }
        var reviewed = ledger.save(
                hazard.with(hazard.finding().graded(grade, criterion)).with(responsibility),
                LogEntry.by(by, EntryKind.REVIEWED)
                        .with("decision", "ACCEPT")
                        .with("grade", grade)
                        .with("criterion", criterion)
                        .with("enterprise", responsibility.enterprise())
                        .with("responsibleUnit", responsibility.responsibleUnit())
                        .with("supervisingUnit", responsibility.supervisingUnit())
                        .with("requirement", responsibility.requirement())
                        .with("dueOn", review.dueOn()));
        assignHazard.perform(reviewed, dueDay(reviewed, review.dueOn()), by.id());
    }

    private static Person asRejecting(Hazard hazard, Person by) {
        return hazard.isMajor() ? by.as(Role.UNIT_LEADER) : by;
    }

    /** What was registered, with what the reviewer says otherwise. */
    private static Responsibility responsibility(Hazard hazard, Review review) {
        var result = hazard.responsibility();
        if (review.responsible() != null) {
            result = result.of(
                    review.responsible().enterprise(), review.responsible().responsibleUnit());
        }
        if (review.supervisingUnit() != null) {
            result = result.followedBy(review.supervisingUnit());
        }
        return review.requirement() == null ? result : result.demanding(review.requirement());
    }

    /** Hangs under a survivor (T4). */
    public void merge(HazardNumber number, HazardNumber survivorNumber, @Nullable String reason, Person by) {
        var hazard = ledger.lock(number);
        var survivor = ledger.get(survivorNumber);
        BusinessRule.check(new LeaderRejectsTheMajor(hazard, by), new SurvivorMayTakeTheCase(hazard, survivor));
        proposals.lapse(number, time.today());
        var saved = ledger.save(
                deadlines.ended(hazard.mergedInto(survivorNumber)),
                LogEntry.by(asRejecting(hazard, by), EntryKind.MERGED)
                        .with("survivor", survivorNumber)
                        .with("reason", reason));
        tellRegistrant(saved, survivorNumber.value());
    }

    /** No hazard (T5): number and reason stay. */
    public void reject(HazardNumber number, String reason, Person by) {
        var hazard = ledger.lock(number);
        BusinessRule.check(new LeaderRejectsTheMajor(hazard, by));
        proposals.lapse(number, time.today());
        var saved = ledger.save(
                deadlines.ended(hazard.voided(Transition.REJECT, VoidReason.NOT_A_HAZARD)),
                LogEntry.by(asRejecting(hazard, by), EntryKind.REJECTED).with("reason", reason));
        tellRegistrant(saved, reason);
    }

    private void tellRegistrant(Hazard ended, String reason) {
        PersonId registrant = ended.origin().registeredBy();
        events.publishEvent(
                new RegistrationRejected(ended.number().value(), ended.log().seq(), registrant, reason));
    }

    /** The reviewer's day; else the registrant's where the band allows it; else the default term. */
    private @Nullable LocalDate dueDay(Hazard hazard, @Nullable LocalDate named) {
        var wished = hazard.origin().wishedDueOn();
        if (named != null || wished == null) {
            return named;
        }
        return terms.allows(CaseTraits.of(hazard), time.today(), wished) ? wished : null;
    }
}
