package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.application.NudgeOwner;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 催办: once a case and day, logged, and told to whose clock runs (N16). */
@CountyTest
class NudgeTests {
    @Autowired
    County county;

    @Autowired
    NudgeOwner nudgeOwner;

    @Autowired
    CaseActions actions;

    @Autowired
    JdbcClient jdbc;

    County.Actor inspector;
    County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        county.todayIs("2026-09-24");
    }

    @Test
    void theOwnerGetsOneMailADayAndTheLogTellsOfIt() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        nudgeOwner.perform(hazard, inspector.person());
        assertThatThrownBy(() ->
                        nudgeOwner.perform(hazard, county.person("office1").person()))
                .isInstanceOf(Conflict.class);
        county.todayIs("2026-09-28");
        nudgeOwner.perform(hazard, county.person("office1").person());

        assertThat(nudged(hazard)).containsExactly("safety-010", "safety-010");
        assertThat(county.log(hazard))
                .filteredOn(entry -> entry.kind() == EntryKind.NUDGED)
                .hasSize(2);
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void onlyTheSupervisingSideMayPressAndThePageOffersItToNobodyElse() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));

        assertThatThrownBy(() -> nudgeOwner.perform(hazard, safety.person())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> nudgeOwner.perform(
                        hazard, county.person("inspector-muta").person()))
                .isInstanceOf(NotAllowed.class);
        assertThat(List.of("inspector-yaodu", "head-yaodu", "office1"))
                .allSatisfy(person -> assertThat(
                                actions.openTo(county.person(person).person(), county.hazard(hazard)))
                        .contains(CaseActions.Action.NUDGE));
        assertThat(actions.openTo(safety.person(), county.hazard(hazard))).doesNotContain(CaseActions.Action.NUDGE);
    }

    @Test
    void whileAReportWaitsThoseWhoMayJudgeItArePressed() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);

        nudgeOwner.perform(hazard, county.person("head-yaodu").person());

        assertThat(nudged(hazard)).contains("inspector-yaodu").doesNotContain("safety-010");
    }

    @Test
    void aCaseWithoutClockIsNotNudged() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.declines(hazard, "不是本单位的设备");

        assertThatThrownBy(() -> nudgeOwner.perform(hazard, inspector.person()))
                .isInstanceOf(BusinessRuleViolated.class);
    }

    private List<String> nudged(HazardNumber hazard) {
        return jdbc.sql(
                        "select recipient from mail_outbox where hazard = :hazard and kind = 'NUDGE' order by created_at")
                .param("hazard", hazard.value())
                .query(String.class)
                .list();
    }
}
