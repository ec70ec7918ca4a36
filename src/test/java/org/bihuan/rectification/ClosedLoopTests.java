package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.deadline.ClockKind;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a hazard from registration to closure, and what bars it. */
@CountyTest
class ClosedLoopTests {
    @Autowired
    County county;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;
    County.Actor principal;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        safety = county.person("safety-010");
        principal = county.person("principal-010");
        county.todayIs("2026-09-24");
    }

    @Test
    void anInspectorsCompleteEntryGoesStraightToTheEnterprise() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.ASSIGNED);
        assertThat(county.hazard(hazard).responsibility().responsibleUser()).isEqualTo(safety.id());
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-12");
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.ACCEPT, ClockKind.RECTIFY);
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2026-09-29"); // 2 WD; 25-27 September are off
    }

    @Test
    void aHazardIsRectifiedJudgedByAnotherAndClosed() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);

        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.hazard(hazard).ending().closedOn()).isEqualTo("2026-09-24");
        assertThat(county.runningClocks(hazard)).isEmpty();
        assertThat(county.openTask(hazard)).isNull();
        assertThat(county.log(hazard))
                .extracting(WrittenEntry::kind)
                .contains(
                        EntryKind.REGISTERED,
                        EntryKind.ASSIGNED,
                        EntryKind.ACCEPTED,
                        EntryKind.COMPLETION_REPORTED,
                        EntryKind.VERIFIED,
                        EntryKind.CLOSED);
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void anUnqualifiedVerdictOpensANewRoundWithAFreshDueDate() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(hazard);
        safety.rectifies(hazard);

        inspector.judges(hazard, Verdict.UNQUALIFIED, "防护栏仍缺一段");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.RECTIFYING);
        assertThat(county.hazard(hazard).round()).isEqualTo(2);
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-09-30"); // 3 WD; 25-27 September are off
        assertThat(county.hazard(hazard).dueDates().approvedDueOn()).isEqualTo("2026-09-28");
        assertThat(county.openTask(hazard)).isEqualTo("rectify");
    }

    @Test
    void eachRoundNeedsANewPhoto() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        assertThatThrownBy(() -> safety.reportsCompletion(hazard)).isInstanceOf(BusinessRuleViolated.class);
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.UNQUALIFIED, "锁具未装");

        assertThatThrownBy(() -> safety.reportsCompletion(hazard))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo("ROUND_HAS_NEW_PROOF"));

        safety.rectifies(hazard);
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void aManagementHazardMayBeProvenByAPaper() {
        var hazard =
                inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12").ofCategory(Category.MANAGEMENT));
        safety.accepts(hazard);
        safety.handsInPaper(hazard);

        safety.reportsCompletion(hazard);

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void theReceiptOfThePaperServiceIsNoSlipOfTheRectification() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        inspector.servesOnPaper(hazard, inspector.handsInPaper(hazard));

        assertThatThrownBy(() -> inspector.rectifies(hazard))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class,
                        e -> assertThat(e.code()).isEqualTo("REPORT_FOR_OTHERS_HAS_A_SIGNED_SLIP"));
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.RECTIFYING);

        inspector.handsInPaper(hazard);
        inspector.reportsCompletion(hazard);
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void theReceiptOfThePaperServiceProvesNoManagementEither() {
        var hazard =
                inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12").ofCategory(Category.MANAGEMENT));
        inspector.servesOnPaper(hazard, inspector.handsInPaper(hazard));

        assertThatThrownBy(() -> safety.reportsCompletion(hazard))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo("ROUND_HAS_NEW_PROOF"));
    }

    @Test
    void whoReportedForTheEnterpriseDoesNotJudge() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        inspector.servesOnPaper(hazard, inspector.handsInPaper(hazard));
        assertThat(county.openTask(hazard)).isEqualTo("rectify");
        inspector.handsInPaper(hazard);
        inspector.rectifies(hazard);

        assertThatThrownBy(() -> inspector.judges(hazard, Verdict.QUALIFIED, "已整改"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo("VERIFIER_TOOK_NO_PART"));

        head.judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aPhotoOfTheVerifyingVisitDoesNotBarTheVerifier() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);
        inspector.photographs(hazard, Stage.AFTER);
        inspector.judges(hazard, Verdict.UNQUALIFIED, "锁具未装");
        safety.rectifies(hazard);

        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void anotherEnterpriseCannotWorkOnTheTask() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        var stranger = county.person("safety-020");

        assertThatThrownBy(() -> stranger.accepts(hazard)).isInstanceOf(Conflict.class);
        assertThat(stranger.sees(hazard)).isFalse();
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void aDeclinedCaseGoesBackToReviewAndItsClocksEnd() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        safety.declines(hazard, "该车间已出租给他人");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.REGISTERED);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.REVIEW);
        assertThat(county.openTask(hazard)).isEqualTo("review");

        inspector.reviews(hazard, "ACCEPT", Map.of("requirement", "由产权单位整改", "dueOn", "2026-10-09"));
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.ASSIGNED);
        assertThat(county.hazard(hazard).dueDates().originalDueOn()).isEqualTo("2026-10-09");
    }

    @Test
    void theSecondDeclineGoesToTheUnitsLeader() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.declines(hazard, "不属于本单位");
        inspector.reviews(hazard, "ACCEPT", Map.of());
        safety.declines(hazard, "仍不属于本单位");

        assertThatThrownBy(() -> inspector.reviews(hazard, "ACCEPT", Map.of())).isInstanceOf(Conflict.class);

        head.reviews(hazard, "ACCEPT", Map.of());
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void aMajorWaitsForReviewAndNeedsItsCriterion() {
        var hazard = inspector.registers(county.aHazardAt(safety).graded(Grade.MAJOR));
        assertThat(county.openTask(hazard)).isEqualTo("review");
        assertThat(hazard.value()).contains("-Z-");

        var supervisor = county.person("inspector-housing");
        assertThatThrownBy(() -> reviewer(hazard, supervisor).reviews(hazard, "ACCEPT", Map.of()))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo("MAJOR_NAMES_ITS_CRITERION"));

        reviewer(hazard, supervisor).reviews(hazard, "ACCEPT", Map.of("criterion", "未按规定设置安全出口"));
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-12-23"); // 90 CD, a Wednesday
    }

    private County.Actor reviewer(HazardNumber hazard, County.Actor industry) {
        var unit = county.hazard(hazard).responsibility().supervisingUnit();
        return unit != null && inspector.person().worksFor(unit) ? inspector : industry;
    }

    @Test
    void aRejectedEntryKeepsItsNumberAndReason() {
        var hazard = inspector.registers(county.aHazardAt(safety));

        inspector.reviews(hazard, "REJECT", Map.of("reason", "现场核实不存在"));

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.VOIDED);
        assertThat(county.openTask(hazard)).isNull();
    }

    @Test
    void aDuplicateHangsUnderItsOpenSurvivor() {
        var survivor = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        var duplicate = inspector.registers(county.aHazardAt(safety));

        inspector.reviews(duplicate, "DUPLICATE", Map.of("duplicateOf", survivor.value(), "reason", "同一处"));

        assertThat(county.hazard(duplicate).status()).isEqualTo(Status.MERGED);
        assertThat(county.hazard(duplicate).ending().survivor()).isEqualTo(survivor);
        assertThat(county.hazard(survivor).status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void aWithdrawnReportGoesOnWithTheOldDueDate() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.VERIFY);

        safety.withdraws(hazard);

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.RECTIFYING);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.RECTIFY);
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2026-10-12");
        assertThat(county.openTask(hazard)).isEqualTo("rectify");
    }

    @Test
    void theInspectorCannotWithdrawTheEnterprisesReport() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);

        assertThatThrownBy(() -> inspector.withdraws(hazard)).isInstanceOf(NotAllowed.class);
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void whatIsFixedDuringTheInspectionIsClosedAtOnce() {
        var before = inspector.photographsAhead(Stage.BEFORE);
        var after = inspector.photographsAhead(Stage.AFTER);

        var hazard =
                inspector.registers(county.aHazardAt(safety).with(before, after).fixedOnTheSpotBy("李四"));

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.openTask(hazard)).isNull();
    }

    @Test
    void onTheSpotNeedsBothPhotosAndLeavesNothingBehind() {
        var before = inspector.photographsAhead(Stage.BEFORE);
        var first = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        assertThatThrownBy(() -> inspector.registers(
                        county.aHazardAt(safety).with(before).fixedOnTheSpotBy("李四")))
                .isInstanceOf(BusinessRuleViolated.class);

        var next = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        assertThat(next.serial()).isEqualTo(first.serial() + 1); // no gap
    }

    @Test
    void thePrincipalTakesTheCaseOverFromHisSafetyOfficer() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        principal.reassigns(hazard, principal);

        assertThat(county.hazard(hazard).responsibility().responsibleUser()).isEqualTo(principal.id());
        assertThatThrownBy(() -> safety.accepts(hazard)).isInstanceOf(Conflict.class);
        principal.accepts(hazard);
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.RECTIFYING);
    }

    @Test
    void aDueDateOutsideTheBandIsRefused() {
        assertThatThrownBy(() -> inspector.registers(county.aHazardAt(safety).dueOn("2026-10-26")))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo("DUE_DAY_LIES_IN_THE_BAND"));
    }

    @Test
    void theSameKeyGivesTheSameHazard() {
        var wish = county.aHazardAt(safety).dueOn("2026-10-12");

        var first = inspector.registers(wish, "key-of-this-test");

        assertThat(inspector.registers(wish, "key-of-this-test").number()).isEqualTo(first.number());
    }

    @Test
    void aForeignFieldOfAFormIsRefusedByName() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        assertThatThrownBy(() -> safety.completes(hazard, "accept", Map.of("decision", "PERHAPS")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().get(0).field()).isEqualTo("decision"));
    }

    @Test
    void anOverdueClockStandsAsAnIncidentUntilItStops() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(hazard);
        county.todayIs("2026-09-28");
        county.sweeps();
        assertThat(county.presentClock(hazard).state().name()).isEqualTo("DUE_TODAY"); // due today is not overdue

        county.todayIs("2026-09-29");
        county.sweeps();
        assertThat(county.presentClock(hazard).state().name()).isEqualTo("OVERDUE");
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);

        safety.rectifies(hazard);
        assertThat(county.overdueIncidents(hazard)).isZero();
        assertThat(county.hazard(hazard).dueDates().runsOutOn()).isEqualTo(LocalDate.parse("2026-10-12"));
    }
}
