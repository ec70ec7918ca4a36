package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The safety officer goes on leave: he names who stands in, who finds the work in Tasklist and does it, and both are named. */
@InABrowser
class StandInTests {

    @Test
    void thePrincipalDoesTheWorkOfTheSafetyOfficerOnLeave(WalkedCounty county) {
        var today = WalkedCounty.today();
        var number = county.registered(
                "inspector-yaodu", """
                "enterprise": "%s", "grade": "GENERAL", "dueOn": "%s", "location": "装卸区", "description": "叉车倒车报警失灵"
                """.formatted(county.enterpriseOf("safety-024"), today.plusDays(10)));
        try (var safety = county.onThePhone("safety-024")) {
            safety.goesTo("/people/safety-024");
            var page = safety.page();
            assertThat(safety.mustScrollSideways()).isFalse();
            page.locator("select[name=substitute]").last().selectOption("principal-024");
            page.locator("input[name=from]").last().fill(today.toString());
            page.locator("input[name=to]").last().fill(today.plusDays(3).toString());
            safety.picture("substitute");
            page.locator("form[action*='/people/'] button").click();
            page.locator("main [role=status]").waitFor();
            assertThat(safety.reads("main")).contains("已保存");
        }
        try (var principal = county.at("principal-024")) {
            principal.findsIn("本单位待领", "叉车倒车报警失灵");
            principal.picture("substitute-tasklist");
            principal.opens(number);
            principal.takes();
            principal.chooses("ACCEPT");
            principal.completes();
            principal.goesTo("/hazards/" + number);
            assertThat(principal.reads("main")).contains("（代");
            principal.picture("substitute-case");
        }
        assertThat(county.fact(number, "$.status")).isEqualTo("RECTIFYING");
        assertThat(county.fact(number, "$.responsibleUser")).isEqualTo("safety-024");
    }
}
