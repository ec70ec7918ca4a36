package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People change their minds, take work over, and are refused: each is told in Chinese, and nothing typed is lost. */
@InABrowser
class SecondThoughtsTests {

    @Test
    void aReportIsWithdrawnAndThePrincipalTakesTheCaseOver(WalkedCounty county) {
        var number = hazard(county, "safety-023", "二层东侧疏散门上锁");
        county.completes("safety-023", number, "accept", "{\"decision\": \"ACCEPT\"}");
        try (var safety = county.at("safety-023")) {
            safety.opens(number);
            safety.hands("AFTER", "exit-after.jpg");
            safety.page().fill("#bh-measures", "已拆除门锁，改用推杠锁。");
            safety.completes();
            safety.goesTo("/hazards/" + number);
            assertThat(safety.reads("h1 .status")).contains("待验收");
            safety.page().locator("summary:has-text('撤回整改完成申报')").click();
            safety.page().fill("#reason-withdraw", "西侧还有一处");
            safety.page().locator("button:has-text('撤回申报')").click();
            safety.page().locator(".status.RECTIFYING").waitFor();
        }
        try (var principal = county.onThePhone("principal-023")) {
            principal.goesTo("/hazards/" + number);
            principal.page().locator("button:has-text('由我办理')").click();
            principal.page().locator("a:has-text('去办理')").waitFor();
            principal.picture("taken-over");
            assertThat(county.fact(number, "$.responsibleUser")).isEqualTo("principal-023");
            principal.opens(number);
        }
    }

    @Test
    void aRuleRefusesInChineseAndWhatWasTypedIsStillThere(WalkedCounty county) {
        var number = hazard(county, "safety-020", "配电室挡鼠板缺失");
        county.completes("safety-020", number, "accept", "{\"decision\": \"DECLINE\", \"reason\": \"不属于本单位\"}");
        try (var inspector = county.at("inspector-yaodu")) {
            var page = inspector.page();
            inspector.opens(number);
            inspector.takes();
            page.fill("#bh-requirement", "加装挡鼠板，封堵电缆沟孔洞");
            page.evaluate("document.querySelector('#bh-due').removeAttribute('min')");
            page.fill("#bh-due", WalkedCounty.today().plusDays(60).toString()); // beyond the band (5.1)

            var told = inspector.isRefused();

            assertThat(told).contains("整改期限").doesNotContain("Exception", "ENGINE-", "error");
            inspector.picture("refused");
            assertThat(page.inputValue("#bh-requirement")).isEqualTo("加装挡鼠板，封堵电缆沟孔洞");
            page.fill("#bh-due", WalkedCounty.today().plusDays(10).toString());
            inspector.completes();
        }
        assertThat(county.fact(number, "$.status")).isEqualTo("ASSIGNED");
        assertThat(county.fact(number, "$.requirement")).startsWith("加装挡鼠板");
    }

    private static String hazard(WalkedCounty county, String safetyOfficer, String description) {
        return county.registered("inspector-yaodu", """
                "enterprise": "%s", "grade": "GENERAL", "dueOn": "%s", "location": "一号楼", "description": "%s"
                """.formatted(
                        county.enterpriseOf(safetyOfficer), WalkedCounty.today().plusDays(10), description));
    }
}
