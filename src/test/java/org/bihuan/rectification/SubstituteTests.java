package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is away, and somebody else does the work: tasks, rights, four eyes and the log (N8, S9, U24). */
@CountyTest
class SubstituteTests {
    @Autowired
    County county;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;
    County.Actor principal;

    @BeforeEach
    void thePeople() {
        county.todayIs("2026-10-12");
        inspector = county.person("inspector-dongliu");
        head = county.person("head-dongliu");
        safety = county.person("safety-030");
        principal = county.person("principal-030");
    }

    /** On the first day, on which every period of these tests still goes on: time does not run back for others. */
    @AfterEach
    void everybodyIsBack() {
        county.todayIs("2026-10-12");
        county.person("head-emb-chem").isBack();
        inspector.isBack();
        head.isBack();
        safety.isBack();
        principal.isBack();
        county.looksWhoIsAway();
    }

    private HazardNumber assigned() {
        return inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
    }

    @Test
    void whatWasOpenedBeforeIsOfferedToTheSubstituteAtOnceAndLiesWithThePersonAgainWhenCutShort() {
        var hazard = assigned();
        assertThat(county.handsOn(hazard)).containsExactly("accept safety-030");

        safety.isAway("2026-10-12", "2026-10-16", principal);

        assertThat(county.handsOn(hazard)).containsExactly("accept - safety-030");
        assertThat(county.hazard(hazard).responsibility().responsibleUser()).isEqualTo(safety.id());
        safety.isBack();
        assertThat(county.handsOn(hazard)).containsExactly("accept safety-030");
        assertThatThrownBy(() -> principal.accepts(hazard)).isInstanceOf(Conflict.class);
        safety.accepts(hazard);
    }

    @Test
    void thePeriodCountsFromItsFirstToItsLastDayWhateverTheApplicationMissed() {
        var before = assigned();
        safety.isAway("2026-10-13", "2026-10-15", principal);
        assertThat(county.handsOn(before)).containsExactly("accept safety-030");

        county.todayIs("2026-10-13");
        var during = assigned(); // opened before anybody has looked
        county.looksAtTheWork();
        county.looksAtTheWork();

        assertThat(county.handsOn(before)).containsExactly("accept - safety-030");
        assertThat(county.handsOn(during)).containsExactly("accept - safety-030");
        county.todayIs("2026-10-15");
        county.looksAtTheWork();
        assertThat(county.handsOn(during)).containsExactly("accept - safety-030");
        county.todayIs("2026-10-19"); // down over the weekend
        county.looksAtTheWork();
        assertThat(county.handsOn(before)).containsExactly("accept safety-030");
        assertThat(county.handsOn(during)).containsExactly("accept safety-030");
    }

    @Test
    void theSubstituteDoesTheWorkAndTheLogNamesBoth() {
        var hazard = assigned();
        safety.isAway("2026-10-12", "2026-10-16", principal);

        principal.takes(hazard, "accept");
        principal.accepts(hazard);
        principal.rectifies(hazard);

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.ACCEPTED
                        || entry.kind() == EntryKind.EVIDENCE_ADDED
                        || entry.kind() == EntryKind.COMPLETION_REPORTED)
                .hasSize(3)
                .allSatisfy(entry -> {
                    assertThat(entry.by()).isEqualTo("principal-030");
                    assertThat(entry.data()).contains("\"standingInFor\":\"safety-030\"");
                });
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void whoIsAwayMayWorkStillAndThenInHisOwnName() {
        var hazard = assigned();
        safety.isAway("2026-10-12", "2026-10-16", principal);

        safety.accepts(hazard);

        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.ACCEPTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).doesNotContain("standingInFor"));
    }

    @Test
    void whatTheSubstituteHasTakenStaysWithHimUntilHeGivesItBackOrEnds() {
        var hazard = assigned();
        var other = assigned();
        safety.isAway("2026-10-12", "2026-10-13", principal);
        principal.takes(hazard, "accept");

        county.todayIs("2026-10-14");
        county.looksAtTheWork();

        assertThat(county.handsOn(hazard)).containsExactly("accept principal-030 safety-030");
        assertThat(county.handsOn(other)).containsExactly("accept safety-030");
        principal.accepts(hazard);
        assertThat(county.handsOn(hazard)).containsExactly("rectify safety-030");
    }

    @Test
    void aSecondSubstituteFollowsTheFirst() {
        var hazard = assigned();
        var far = county.person("head-dongliu");
        safety.isAway("2026-10-12", "2026-10-16", principal);
        principal.isAway("2026-10-13", "2026-10-16", safety); // each names the other

        county.todayIs("2026-10-13");
        county.looksAtTheWork();

        // Nobody of the enterprise is there: its work waits for the one it lies with.
        assertThat(county.handsOn(hazard)).containsExactly("accept safety-030");
        assertThatThrownBy(() -> far.accepts(hazard)).isInstanceOf(Conflict.class);
    }

    @Test
    void reassignedIsReassignedWhoeverItWasLentTo() {
        var hazard = assigned();
        safety.isAway("2026-10-12", "2026-10-16", principal);

        principal.reassigns(hazard, principal);

        assertThat(county.handsOn(hazard)).containsExactly("accept principal-030");
        assertThat(county.hazard(hazard).responsibility().responsibleUser()).isEqualTo(principal.id());
        principal.reassigns(hazard, safety); // to somebody who is away
        assertThat(county.handsOn(hazard)).containsExactly("accept - safety-030");
    }

    @Test
    void aVerdictThatAnInspectorHadTakenIsGivenByHisSubstitute() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.rectifies(hazard);
        inspector.takes(hazard, "verify");

        inspector.isAway("2026-10-12", "2026-10-14", head);

        assertThat(county.handsOn(hazard)).containsExactly("verify - inspector-dongliu");
        head.judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.VERIFIED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).contains("\"standingInFor\":\"inspector-dongliu\""));
    }

    @Test
    void whoStandsInForALeaderDecidesAsALeader() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.asksForMoreTime(hazard, "2026-10-30");
        assertThatThrownBy(() -> inspector.grants(hazard, "2026-10-30")).isInstanceOf(Conflict.class);

        head.isAway("2026-10-12", "2026-10-14", inspector);
        inspector.grants(hazard, "2026-10-30");

        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.EXTENSION_GRANTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).contains("\"standingInFor\":\"head-dongliu\""));
        inspector.handsOver(hazard, "emb-chem"); // a leader's word too
        county.todayIs("2026-10-15");
        county.looksWhoIsAway();
        assertThatThrownBy(() -> inspector.handsOver(hazard, "emb-mine")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theDayThatALeadersSubstituteNamesSparesTheLeader() {
        var hazard = assigned();
        safety.accepts(hazard);
        county.todayIs("2026-10-26");
        county.timerFires(hazard);
        assertThat(county.openTasks(hazard)).contains("supervise dongliu-leader");

        head.isAway("2026-10-26", "2026-10-26", inspector);
        inspector.answers(hazard, "INSTRUCTION", "2026-11-02");

        assertThat(county.leftAlone(hazard))
                .containsExactly("head-dongliu until 2026-11-02", "unit:dongliu until 2026-11-02");
        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.SUPERVISED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).contains("\"standingInFor\":\"head-dongliu\""));
    }

    @Test
    void whoeverStandsInForTheProposerDoesNotDecideHisProposal() {
        var hazard = assigned();
        inspector.proposesToVoid(hazard);
        assertThat(county.openTasks(hazard)).contains("decide-void dongliu-leader");

        inspector.isAway("2026-10-12", "2026-10-14", head);

        assertThatThrownBy(() -> head.decidesOnVoid(hazard, "GRANT"))
                .isInstanceOf(BusinessRuleViolated.class)
                .extracting(failure -> ((BusinessRuleViolated) failure).code())
                .isEqualTo("PROPOSER_DOES_NOT_DECIDE");
        inspector.isBack();
        head.decidesOnVoid(hazard, "GRANT");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.VOIDED);
    }

    @Test
    void whatTheLeadersSubstituteProposesGoesToTheCommitteeOffice() {
        var hazard = assigned();
        head.isAway("2026-10-12", "2026-10-14", inspector);

        inspector.proposesToVoid(hazard);

        assertThat(county.openTasks(hazard)).contains("decide-void committee-office");
    }

    @Test
    void aReportOnBehalfBarsBothTheReporterAndTheOneHeStoodInFor() {
        var hazard = assigned();
        inspector.servesOnPaper(hazard, inspector.handsInPaper(hazard));
        inspector.isAway("2026-10-12", "2026-10-12", head);
        head.handsInPaper(hazard);
        head.rectifies(hazard);
        county.todayIs("2026-10-13");
        county.looksWhoIsAway();

        // Nobody of the unit is left who took no part: the committee office judges (7.3).
        assertThat(county.openTasks(hazard)).containsExactly("verify committee-office");
        county.person("office1").judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void theSubstituteSeesTheCasesForTheTimeAndLaterThoseInWhichHeActed() {
        var leader = county.person("head-emb-chem");
        var colleague = county.person("inspector-emb-chem");
        var told = assigned();
        var acted = assigned();
        head.handsOver(
                told,
                "emb-chem"); // tells the leader there, and nobody else of a unit that has nothing to do with this trade
        head.handsOver(acted, "emb-chem");
        assertThat(leader.sees(told)).isTrue();
        assertThat(colleague.sees(told)).isFalse();

        leader.isAway("2026-10-12", "2026-10-12", colleague);
        assertThat(colleague.sees(told)).isTrue();
        colleague.handsOver(acted, "emb-chem"); // the leader's word
        county.person("office1").handsOver(acted, "dongliu"); // back again

        county.todayIs("2026-10-13");
        assertThat(colleague.sees(told)).isFalse();
        assertThat(colleague.sees(acted)).isTrue();
    }
}
