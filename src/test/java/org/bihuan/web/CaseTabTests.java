package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.Test;

/** Tasklist's cards and the tab 案卷: where a case stands, whose clock runs, what happens next and when. */
class CaseTabTests extends TaskFormsTest {
    @Test
    void theTabTellsWhereTheCaseStandsWhoseClockRunsAndWhatHappensNext() {
        county.todayIs("2026-09-21");
        var number = accepted("2026-09-24");

        var tab = forms.browser("safety-063")
                .get("/app-api/case-tab?task=" + forms.taskOf(number))
                .body();

        assertThat(JsonPath.<String>read(tab, "$.task")).isEqualTo("整改");
        assertThat(JsonPath.<String>read(tab, "$.clock.kind")).isEqualTo("整改");
        assertThat(JsonPath.<String>read(tab, "$.clock.owner")).isEqualTo("东至县示例庚子新材料有限公司");
        assertThat(JsonPath.<String>read(tab, "$.clock.dueOn")).isEqualTo("2026-09-24");
        assertThat(JsonPath.<String>read(tab, "$.clock.left")).isEqualTo("剩余3个工作日");
        assertThat(JsonPath.<String>read(tab, "$.clock.explanation")).isNotEmpty();
        assertThat(JsonPath.<String>read(tab, "$.supervisor")).isEqualTo("香隅镇人民政府");
        assertThat(JsonPath.<java.util.List<String>>read(tab, "$.next[*].on"))
                .isSorted()
                .isNotEmpty();
    }

    @Test
    void whoDoesNotSeeTheTaskSeesNoTab() {
        county.todayIs("2026-09-21");
        var task = forms.taskOf(accepted("2026-09-24"));

        for (var stranger : new String[] {"safety-062", "inspector-yaodu", "clerk1", "admin"}) {
            assertThat(forms.browser(stranger)
                            .get("/app-api/case-tab?task=" + task)
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @Test
    void overdueIsCountedInWorkingDays() {
        county.todayIs("2026-09-21");
        var number = accepted("2026-09-24");

        county.todayIs("2026-09-26"); // 25 to 27 September are off
        assertThat(label(number)).isEqualTo("已逾期");
        county.todayIs("2026-09-28");
        assertThat(label(number)).isEqualTo("已逾期1个工作日");
        county.todayIs("2026-10-08"); // 1 to 7 October are off
        assertThat(label(number)).isEqualTo("已逾期4个工作日");
    }

    private HazardNumber accepted(String dueOn) {
        var safety = county.person("safety-063");
        var number = county.person("inspector-xiangyu")
                .registers(county.aHazardAt(safety).dueOn(dueOn));
        safety.accepts(number);
        return number;
    }

    private String label(HazardNumber number) {
        var task = forms.taskOf(number);
        var cards =
                forms.browser("safety-063").get("/app-api/cards?ids=" + task).body();
        return JsonPath.read(cards, "$['" + task + "'].label");
    }
}
