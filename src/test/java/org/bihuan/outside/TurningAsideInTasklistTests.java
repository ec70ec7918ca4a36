package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** More time, and an entry that is none: asked for on the case page, decided by somebody else in Tasklist. */
@InABrowser
class TurningAsideInTasklistTests {

    @Test
    void moreTimeIsAskedForOnThePhoneAndGrantedInTasklist(WalkedCounty county) {
        var number = accepted(county, "safety-023", "喷淋泵控制柜指示灯损坏");
        var wish = WalkedCounty.today().plusDays(20).toString();
        try (var safety = county.onThePhone("safety-023")) {
            safety.goesTo("/hazards/" + number);
            assertThat(safety.reads("main")).contains("确需延期的");
            safety.page().locator("summary:has-text('申请延期')").click();
            safety.page().fill("#extend-dueOn", wish);
            safety.page().fill("#extend-reason", "控制柜需返厂维修，已断电并派人值守");
            safety.picture("extension");
            safety.page().locator("button:has-text('提交申请')").click();
            safety.page().locator("text=延期审批中").waitFor();
        }
        try (var head = county.at("head-yaodu")) {
            head.goesTo("/hazards/" + number);
            head.page().locator("a:has-text('去办理：延期审批')").waitFor();
            head.opens(number);
            head.takes();
            head.chooses("GRANT");
            head.picture("decide-extension");
            head.completes();
            assertThat(county.fact(number, "$.approvedDueOn")).isEqualTo(wish);
            assertThat(county.fact(number, "$.originalDueOn"))
                    .isEqualTo(WalkedCounty.today().plusDays(10).toString());
        }
    }

    @Test
    void anEntryIsFoundVoidByASecondPerson(WalkedCounty county) {
        var number = accepted(county, "safety-020", "同一处疏散指示灯不亮");
        try (var inspector = county.at("inspector-yaodu")) {
            inspector.goesTo("/hazards/" + number);
            inspector.page().locator("summary:has-text('提议作废')").click();
            inspector.page().selectOption("#void-code", "WRONG_ENTRY");
            inspector.page().fill("#void-reason", "上午已登记过同一处");
            inspector.picture("void");
            inspector.page().locator("button:has-text('提议作废')").click();
            inspector.page().locator("text=决定之前照常办理").waitFor();
        }
        try (var head = county.onThePhone("head-yaodu")) {
            head.opens(number);
            head.takes();
            head.chooses("GRANT");
            head.picture("decide-void");
            head.completes();
            assertThat(county.fact(number, "$.status")).isEqualTo("VOIDED");
            head.goesTo("/hazards/" + number);
            assertThat(head.reads("h1 .status")).contains("已作废");
        }
    }

    private static String accepted(WalkedCounty county, String safetyOfficer, String description) {
        var number = county.registered("inspector-yaodu", """
                "enterprise": "%s", "grade": "GENERAL", "dueOn": "%s", "location": "一号楼", "description": "%s"
                """.formatted(
                        county.enterpriseOf(safetyOfficer), WalkedCounty.today().plusDays(10), description));
        county.completes(safetyOfficer, number, "accept", "{\"decision\": \"ACCEPT\"}");
        return number;
    }
}
