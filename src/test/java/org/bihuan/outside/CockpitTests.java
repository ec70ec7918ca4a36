package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Supervisors look at the whole pipeline in Cockpit; looking is all they can do there (issue 8, 7). */
@InABrowser
class CockpitTests {
    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Test
    void aCountyLeaderSeesThePipelineAndTheOverdueCaseInIt(WalkedCounty county) {
        var overdue = anOverdueCase(county);
        try (var leader = county.at("leader1")) {
            var page = leader.page();
            leader.goesTo(COCKPIT + "processes");
            page.locator("a:has-text('事故隐患整改闭环')").first().click();

            assertThat(tokensAt(page, "review")).isPositive();
            assertThat(tokensAt(page, "verify")).isPositive();
            assertThat(badgeAt(page, "rectify", "instance-incidents")).isPositive();
            leader.picture("cockpit");

            leader.goesTo("/"); // a fragment alone loads no new page
            leader.goesTo(
                    COCKPIT + "process-instance/" + instanceOf(county, overdue) + "/runtime?detailsTab=incidents-tab");
            assertThat(badgeAt(page, "rectify", "instance-incidents")).isEqualTo(1);
            page.locator("text=" + overdue).first().waitFor(); // the business key
            page.locator("a:has-text('Incidents')").first().click();
            page.locator("td:has-text('overdue')").first().waitFor();
            leader.picture("cockpit-overdue");
        }
    }

    @Test
    void whoeverLooksCanBreakNothing(WalkedCounty county) {
        var overdue = anOverdueCase(county);
        var instance = instanceOf(county, overdue);
        var incident = "";
        var job = "";
        try (var leader = county.at("leader1")) {
            leader.goesTo("/camunda/app/cockpit/default/");
            incident = oneOf(asks(leader, "GET", "/incident?processInstanceId=" + instance, ""));
            job = oneOf(asks(leader, "GET", "/job?processInstanceId=" + instance, ""));
        }
        for (var user : List.of("office1", "leader1", "auditor1", "admin")) {
            try (var visitor = county.at(user)) {
                visitor.goesTo("/camunda/app/cockpit/default/");
                for (var attempt : List.of(
                        List.of("DELETE", "/process-instance/" + instance, ""),
                        List.of("PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\":true}"),
                        List.of(
                                "POST",
                                "/process-instance/" + instance + "/modification",
                                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"verify\"}]}"),
                        List.of(
                                "PUT",
                                "/process-instance/" + instance + "/variables/verdict",
                                "{\"value\":\"QUALIFIED\"}"),
                        List.of("PUT", "/job/" + job + "/duedate", "{\"duedate\":\"2031-01-01T00:00:00.000+0000\"}"),
                        List.of("DELETE", "/incident/" + incident, ""))) {
                    var answer = asks(visitor, attempt.get(0), attempt.get(1), attempt.get(2));
                    assertThat(answer.status()).as("%s %s", user, attempt).isBetween(400, 499);
                }
            }
        }
        assertThat(county.fact(overdue, "$.status")).isEqualTo("RECTIFYING");
        assertThat(instanceOf(county, overdue)).isEqualTo(instance);
        assertThat(county.program("office1").get("/api/v1/hazards/" + overdue).body())
                .contains("OVERDUE");
    }

    /** As Cockpit's own page would: the login's session and Camunda's token. */
    private static Answer asks(Visitor visitor, String method, String path, String body) {
        var answer = (String) visitor.page().evaluate("""
                        async ([method, path, body]) => {
                          const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
                          const headers = { 'X-XSRF-TOKEN': token, Accept: 'application/json', 'Content-Type': 'application/json' };
                          const answer = await fetch(path, { method, headers, body: body || undefined });
                          return answer.status + ' ' + await answer.text();
                        }""", List.of(method, ENGINE + path, body));
        return new Answer(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
    }

    private static String oneOf(Answer answer) {
        return JsonPath.<List<String>>read(answer.body(), "$[*].id").get(0);
    }

    record Answer(int status, String body) {}

    private static int tokensAt(Page page, String task) {
        return badgeAt(page, task, "instance-count");
    }

    private static int badgeAt(Page page, String task, String badge) {
        var found = page.locator(".djs-overlays[data-container-id=" + task + "] ." + badge + ":visible");
        found.first().waitFor();
        return Integer.parseInt(found.first().textContent().strip());
    }

    private static String instanceOf(WalkedCounty county, String number) {
        return county.fact(number, "$.processInstanceId");
    }

    private static String anOverdueCase(WalkedCounty county) {
        var answer = county.program("office1").get("/api/v1/hazards?overdue=true&status=RECTIFYING&limit=1");
        return JsonPath.read(answer.body(), "$.items[0].number");
    }
}
