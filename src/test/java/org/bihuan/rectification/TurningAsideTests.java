package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.deadline.ClockKind;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that leave their way: void, into other hands, and back from the closed ones (T23, T26-T28), each with its second person. */
@CountyTest
class TurningAsideTests {
    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;
    County.Actor other;
    County.Actor office;
    HazardNumber hazard;

    @BeforeEach
    void aHazardInRectification() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        safety = county.person("safety-010");
        other = county.person("safety-011");
        office = county.person("office1");
        county.todayIs("2026-10-12");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
    }

    @Test
    void voidGrantedEndsEverythingAtOnce() {
        county.todayIs("2026-10-26");
        county.timerFires(hazard); // overdue, an incident, a supervision
        inspector.proposesToVoid(hazard);
        assertThat(county.openTasks(hazard))
                .containsExactly("decide-void yaodu-leader", "rectify", "supervise yaodu-leader");
        assertThat(county.runningClocks(hazard)).contains(ClockKind.VOIDING);

        head.decidesOnVoid(hazard, "GRANT");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.VOIDED);
        assertThat(county.openTasks(hazard)).isEmpty();
        assertThat(county.runningClocks(hazard)).isEmpty();
        assertThat(county.overdueIncidents(hazard)).isZero();
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void voidRefusedLeavesEverything() {
        inspector.proposesToVoid(hazard);
        assertThatThrownBy(() -> inspector.proposesToVoid(hazard)).isInstanceOf(Conflict.class);

        head.decidesOnVoid(hazard, "REFUSE");

        assertThat(toldThatItIsRefused()).containsExactly("inspector-yaodu");
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.RECTIFY);
        inspector.proposesToVoid(hazard); // and may be proposed anew
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.openTasks(hazard)).isEmpty();
    }

    @Test
    void whoProposesAVoidDoesNotDecideIt() {
        assertThatThrownBy(() -> safety.proposesToVoid(hazard)).isInstanceOf(NotAllowed.class);
        head.proposesToVoid(hazard); // the only leader of his unit: the committee office decides
        assertThat(county.openTasks(hazard)).containsExactly("decide-void committee-office", "rectify");

        office.decidesOnVoid(hazard, "GRANT");

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.VOIDED);
    }

    @Test
    void theCommitteeOfficeHandsACaseToAnotherUnitAndNoClockMoves() {
        safety.rectifies(hazard);
        var before = county.presentClock(hazard);

        office.handsOver(hazard, "emb-chem");

        assertThat(county.openTasks(hazard)).containsExactly("verify emb-chem");
        var after = county.presentClock(hazard);
        assertThat(after.dueOn()).isEqualTo(before.dueOn());
        assertThat(after.term()).isEqualTo(before.term());
        assertThat(after.owner().code()).isEqualTo("emb-chem");
        county.person("inspector-emb-chem").judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void theLeadersOfBothUnitsHandACaseOver() {
        var leader = county.person("head-emb-chem");
        assertThatThrownBy(() -> inspector.handsOver(hazard, "emb-chem")).isInstanceOf(NotAllowed.class);
        head.handsOver(hazard, "emb-chem");
        assertThat(county.hazard(hazard).responsibility().supervisingUnit()).hasToString("yaodu");
        assertThat(leader.sees(hazard)).isTrue();

        leader.handsOver(hazard, "emb-chem");

        assertThat(county.hazard(hazard).responsibility().supervisingUnit()).hasToString("emb-chem");
    }

    @Test
    void anotherEnterpriseAcceptsAnewWithFreshTerms() {
        county.todayIs("2026-10-19");
        safety.asksForMoreTime(hazard, "2026-11-02");

        inspector.moves(hazard, other);

        var moved = county.hazard(hazard);
        assertThat(moved.status()).isEqualTo(Status.ASSIGNED);
        assertThat(moved.responsibility().enterprise()).isEqualTo(other.person().enterprise());
        assertThat(moved.dueDates().originalDueOn()).isEqualTo("2026-11-03"); // 15 days
        assertThat(county.runningClocks(hazard)).containsExactlyInAnyOrder(ClockKind.ACCEPT, ClockKind.RECTIFY);
        assertThat(county.openTask(hazard)).isEqualTo("accept");
        assertThat(county.openTasks(hazard)).hasSize(1);
        other.accepts(hazard);
        assertThatThrownBy(() -> inspector.moves(hazard, other)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> safety.accepts(hazard)).isInstanceOf(Conflict.class);
    }

    @Test
    void anUnacceptedCaseMovesToo() {
        var fresh = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));

        inspector.moves(fresh, other);

        other.accepts(fresh);
        assertThat(county.openTask(fresh)).isEqualTo("rectify");
    }

    @Test
    void aClosedCaseGoesOnInItsNextRound() {
        closed();
        assertThatThrownBy(() -> safety.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED))
                .isInstanceOf(NotAllowed.class);
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.REOPENING);
        refused("PROPOSER_DOES_NOT_DECIDE", () -> inspector.reopens(hazard, null));
        assertThatThrownBy(() -> office.reopens(hazard, null)).isInstanceOf(NotAllowed.class);

        head.reopens(hazard, null);

        var again = county.hazard(hazard);
        assertThat(again.status()).isEqualTo(Status.RECTIFYING);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.dueDates().dueOn()).isEqualTo("2026-10-21"); // the approved day is the later one
        assertThat(county.openTask(hazard)).isEqualTo("rectify");
        county.todayIs("2026-10-22");
        county.timerFires(hazard);
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);
        refused("ROUND_HAS_NEW_PROOF", () -> safety.reportsCompletion(hazard));
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "再次核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    /** N3: another round does not make superiors wait anew. */
    @Test
    void reopenedBehindItsApprovedDayTheDelayClimbsAtOnce() {
        closed();
        county.todayIs("2026-10-26");
        inspector.proposesToReopen(hazard, ReopenReason.FALSE_RECTIFICATION);
        head.reopens(hazard, null);
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-29");
        assertThat(county.hazard(hazard).dueDates().approvedDueOn()).isEqualTo("2026-10-21");

        county.todayIs("2026-10-30");
        county.sweeps();

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).contains("+3 2026-10-30", "+7 2026-10-30");
    }

    @Test
    void whatHadToBeRemovedAtOnceHasToBeAgain() {
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-13"));
        safety.accepts(hazard);
        closed();
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED);

        head.reopens(hazard, null);

        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-13");
    }

    @Test
    void fixedOnTheSpotItNeverHadATermAndGetsOne() {
        var before = inspector.photographsAhead(Stage.BEFORE);
        var after = inspector.photographsAhead(Stage.AFTER);
        hazard =
                inspector.registers(county.aHazardAt(safety).with(before, after).fixedOnTheSpotBy("李四"));
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED);

        head.reopens(hazard, null);

        var dates = county.hazard(hazard).dueDates();
        assertThat(dates.dueOn()).isEqualTo("2026-10-15");
        assertThat(dates.originalDueOn()).isEqualTo("2026-10-15");
        safety.rectifies(hazard);
        assertThat(county.openTask(hazard)).isEqualTo("verify");
    }

    @Test
    void fixedOnTheSpotButClosedByMistakeItMayBeReturned() {
        var before = inspector.photographsAhead(Stage.BEFORE);
        var after = inspector.photographsAhead(Stage.AFTER);
        hazard =
                inspector.registers(county.aHazardAt(safety).with(before, after).fixedOnTheSpotBy("李四"));
        inspector.proposesToReopen(hazard, ReopenReason.CLOSED_BY_MISTAKE);
        head.reopens(hazard, null);
        assertThat(county.openTask(hazard)).isEqualTo("verify");

        head.judges(hazard, Verdict.UNQUALIFIED, "仍缺一处");

        assertThat(county.openTask(hazard)).isEqualTo("rectify");
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-15");
    }

    @Test
    void closedByMistakeItWaitsForAVerdictAgain() {
        closed();
        inspector.proposesToReopen(hazard, ReopenReason.CLOSED_BY_MISTAKE);

        head.reopens(hazard, null);

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.VERIFY);
        inspector.judges(hazard, Verdict.UNQUALIFIED, "仍缺一处");
        assertThat(county.hazard(hazard).round()).isEqualTo(3);
    }

    @Test
    void aRefusedReopeningLeavesTheCaseClosed() {
        closed();
        inspector.proposesToReopen(hazard, ReopenReason.EVIDENCE_DEFECT);
        head.refusesToReopen(hazard);

        assertThat(toldThatItIsRefused()).containsExactly("inspector-yaodu");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.runningClocks(hazard)).isEmpty();
    }

    @Test
    void afterNinetyDaysItIsANewHazard() {
        closed();
        county.todayIs("2027-01-11");

        refused(
                "REOPENED_WITHIN_NINETY_DAYS",
                () -> inspector.proposesToReopen(hazard, ReopenReason.FALSE_RECTIFICATION));
    }

    @Test
    void anUndecidedReopeningClimbs() {
        closed();
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED); // to be decided by 15 October
        county.todayIs("2026-10-16");

        county.sweeps();

        assertThat(county.toldBy(hazard, ClockKind.REOPENING, "+1")).contains("office1");
    }

    /** N1, 4.5: what another assignment was told is not the original day of this one. */
    @Test
    void whoDeclinedLeavesNoOriginalDayToTheNextAssignment() {
        var fresh = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.declines(fresh, "不是本单位的场所");
        assertThat(county.hazard(fresh).dueDates().originalDueOn()).isNull();
        county.todayIs("2026-10-14");

        inspector.reviews(
                fresh,
                "ACCEPT",
                Map.of("enterprise", String.valueOf(other.person().enterprise()), "dueOn", "2026-11-02"));

        var dates = county.hazard(fresh).dueDates();
        assertThat(dates.originalDueOn()).isEqualTo("2026-11-02");
        assertThat(dates.approvedDueOn()).isEqualTo("2026-11-02");
        assertThat(county.presentClock(fresh).originalDueOn()).isEqualTo(dates.runsOutOn());
    }

    private List<String> toldThatItIsRefused() {
        return jdbc.sql("select recipient from mail_outbox where hazard = :hazard and kind = 'REJECTED'")
                .param("hazard", hazard.value())
                .query(String.class)
                .list();
    }

    private void closed() {
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
    }

    private static void refused(String rule, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo(rule));
    }
}
