package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.County;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.ReopenReason;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owes a decision sees his day and what comes behind it, in the form and on the page (N15); and whose days were used. */
class DeskClocksInSightTests extends TaskFormsTest {
    County.Actor inspector;
    County.Actor safety;
    HazardNumber hazard;

    @BeforeEach
    void aHazardInRectification() {
        county.todayIs("2026-10-12");
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
    }

    @Test
    void aVoidToBeDecided() {
        inspector.proposesToVoid(hazard);

        assertThat(form("decide-void")).contains("作废审批到期提醒，告知承办人", "作废逾期未批通知，告知承办人的上一级");
        assertThat(page("head-yaodu")).contains("作废审批期限2026-10-15", "作废审批今日到期提醒（承办人）");
    }

    @Test
    void anExtensionToBeDecided() {
        safety.asksForMoreTime(hazard, "2026-11-02");

        assertThat(form("decide-extension")).contains("延期审批到期提醒，告知承办人", "延期逾期未批通知，告知承办人的上一级");
        assertThat(page("head-yaodu")).contains("延期审批期限2026-10-15", "延期审批今日到期提醒（承办人）");
    }

    @Test
    void aDelayToAnswerFor() {
        county.todayIs("2026-10-26");
        county.timerFires(hazard);

        assertThat(form("supervise")).contains("督办答复到期提醒，告知承办人", "督办逾期未答复通知，告知承办人的上一级");
        assertThat(page("head-yaodu")).contains("督办答复期限2026-10-29", "督办答复今日到期提醒（承办人）");
    }

    @Test
    void aReopeningToBeDecidedThoughTheCaseIsClosed() {
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED);

        assertThat(page("head-yaodu")).contains("重新办理审批期限2026-10-15", "重新办理审批今日到期提醒（承办人）");
    }

    @Test
    void thePageAndTheApiSayWhoseDaysWereUsed() {
        county.todayIs("2026-10-14");
        safety.rectifies(hazard);
        county.todayIs("2026-10-16");

        assertThat(page("safety-010")).contains("各方用时", "2026-10-12至2026-10-1422", "2026-10-14至今22");
        var answer = forms.browser("safety-010").get("/api/v1/hazards/" + hazard);
        assertThat(answer.body())
                .contains("\"owners\":[")
                .contains("\"until\":\"2026-10-14\",\"calendarDays\":2,\"workingDays\":2")
                .contains("\"until\":null,\"calendarDays\":2,\"workingDays\":2");
        assertThat(forms.browser("safety-010").get("/api/v1/hazards?limit=5").body())
                .contains("\"owners\":null") // a list does not count days
                .doesNotContain("calendarDays");
    }

    private String form(String key) {
        return TaskFormsDriver.textOf(forms.of("head-yaodu", hazard, key));
    }

    private String page(String user) {
        return TaskFormsDriver.textOf(
                forms.browser(user).page("/hazards/" + hazard).body());
    }
}
