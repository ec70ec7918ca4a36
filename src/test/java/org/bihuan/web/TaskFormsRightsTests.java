package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.bihuan.Browser;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shown which form; to all others it does not exist, whatever the address claims. */
class TaskFormsRightsTests extends TaskFormsTest {
    private static final Map<String, Integer> WORKS_ON_IT_OR_SEES_THE_COUNTY = Map.of(
            "office1", 200, // the committee office, the county's leader and the auditor see every case and its tasks
            "leader1", 200,
            "auditor1", 200,
            "admin", 404,
            "clerk1", 404,
            "expert1", 404,
            "safety-062", 404,
            "principal-062", 404,
            "inspector-yaodu", 404,
            "head-yaodu", 404);

    @Test
    void theReviewIsShownToTheSupervisingUnit() {
        var number = forms.registered("safety-061", "二车间", "安全阀未校验", "");

        // The enterprise sees its case, and its review is no work of its own.
        assertThat(answers("review", number, "inspector-emb-chem", "head-emb-chem", "safety-061", "principal-061"))
                .containsAllEntriesOf(WORKS_ON_IT_OR_SEES_THE_COUNTY)
                .containsEntry("inspector-emb-chem", 200)
                .containsEntry("head-emb-chem", 200)
                .containsEntry("safety-061", 404)
                .containsEntry("principal-061", 404);
    }

    @Test
    void acceptanceAndReportAreShownToTheEnterprise() {
        var safety = county.person("safety-061");
        var inspector = county.person("inspector-xiangyu");
        county.todayIs("2026-09-21");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));

        for (var form : new String[] {"accept", "rectify"}) {
            assertThat(answers(form, number, "safety-061", "inspector-xiangyu"))
                    .as(form)
                    .containsAllEntriesOf(WORKS_ON_IT_OR_SEES_THE_COUNTY)
                    .containsEntry("safety-061", 200)
                    .containsEntry("inspector-xiangyu", 404);
            if (form.equals("accept")) {
                safety.accepts(number);
            }
        }
    }

    @Test
    void theVerificationIsShownToTheSupervisingUnitOnly() {
        var safety = county.person("safety-061");
        var inspector = county.person("inspector-xiangyu");
        county.todayIs("2026-09-21");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(number);
        safety.rectifies(number);

        assertThat(answers("verify", number, "inspector-xiangyu", "head-xiangyu", "safety-061"))
                .containsAllEntriesOf(WORKS_ON_IT_OR_SEES_THE_COUNTY)
                .containsEntry("inspector-xiangyu", 200)
                .containsEntry("head-xiangyu", 200)
                .containsEntry("safety-061", 404);
    }

    @Test
    void theTaskOfAnotherStepHasNoSuchForm() {
        var number = forms.registered("safety-061", "二车间", "安全阀未校验", "");

        for (var form : new String[] {"accept", "rectify", "verify"}) {
            assertThat(forms.answer("inspector-emb-chem", form, forms.taskOf(number))
                            .status())
                    .as(form)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "no-such-task", "%00", "%7B%7B7*7%7D%7D", "a%27%20or%201=1", "%ED%A0%80"})
    void anUnknownTaskIsNotFound(String taskId) {
        var answer = forms.answer("office1", "review", taskId);

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("{{").doesNotContain("Exception");
    }

    @Test
    void thoseWhoMayNotRegisterGetNoForm() {
        var answers = new TreeMap<String, Integer>();
        for (var user :
                new String[] {"admin", "expert1", "auditor1", "leader1", "principal-061", "clerk1", "head-yaodu"}) {
            answers.put(user, forms.browser(user).get("/forms/register").status());
        }

        assertThat(answers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "admin", 403,
                        "expert1", 403,
                        "auditor1", 403,
                        "leader1", 403,
                        "principal-061", 403,
                        "clerk1", 200,
                        "head-yaodu", 200));
    }

    @Test
    void nobodyIsShownAnythingBeforeLogin() {
        for (var form : new String[] {"register", "review?taskId=1"}) {
            var answer = Browser.at(port).get("/forms/" + form);
            assertThat(answer.status()).isIn(302, 401);
            assertThat(answer.body()).doesNotContain("bh-form");
        }
    }

    private Map<String, Integer> answers(String form, HazardNumber number, String... more) {
        var answers = new TreeMap<String, Integer>();
        var task = forms.taskOf(number);
        WORKS_ON_IT_OR_SEES_THE_COUNTY.keySet().forEach(user -> answers.put(user, status(user, form, task)));
        for (var user : more) {
            answers.put(user, status(user, form, task));
        }
        return answers;
    }

    private int status(String user, String form, String task) {
        return forms.answer(user, form, task).status();
    }
}
