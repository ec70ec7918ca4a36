package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.evidence.Stage;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** What people are shown in Tasklist's forms, and that nothing they typed is ever taken for code there. */
class TaskFormsTests extends TaskFormsTest {
    /** Stands in everything that is typed in these tests. */
    private static final String MARK = "记号";

    @Test
    void whateverIsTypedStandsInEveryFormAsItIs() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-061");
        var inspector = county.person("inspector-emb-chem");
        var number = forms.registered("safety-061", hostile("地点"), hostile("描述"), hostile("要求"));

        shows(forms.of("inspector-emb-chem", number, "review"), "地点", "描述", "要求");
        inspector.reviews(
                number,
                "ACCEPT",
                Map.of("criterion", hostile("依据"), "requirement", hostile("新要求"), "dueOn", "2026-09-30"));
        shows(forms.of("safety-061", number, "accept"), "地点", "描述", "新要求", "依据");

        safety.declines(number, hostile("退回理由"));
        shows(forms.of("inspector-emb-chem", number, "review"), "地点", "描述", "新要求", "依据", "退回理由");
        inspector.reviews(number, "ACCEPT", Map.of());
        safety.accepts(number);
        shows(forms.of("safety-061", number, "rectify"), "地点", "描述", "新要求", "依据");

        safety.photographs(number, Stage.AFTER);
        forms.handsIn("safety-061", number, MARK + "文件{{7*7}}<b>.png");
        safety.completes(number, "rectify", Map.of("measures", hostile("措施"), "completedOn", "2026-09-21"));
        var judged = forms.of("inspector-emb-chem", number, "verify");
        shows(judged, "地点", "描述", "新要求", "依据", "措施");
        assertThat(judged).contains(MARK + "文件{\u2060{7*7}}&lt;b&gt;.png");

        inspector.judges(number, Verdict.UNQUALIFIED, hostile("意见"));
        var again = forms.of("safety-061", number, "rectify");
        shows(again, "地点", "描述", "新要求", "依据", "意见");
        assertThat(again).contains("第1次退回");
    }

    @Test
    void aSimilarCaseIsOfferedToTheReviewerWithItsTextInert() {
        var first = forms.registered("safety-062", hostile("地点"), hostile("反应釜安全阀未校验"), "");
        var second = forms.registered("safety-062", hostile("地点"), hostile("反应釜的安全阀没有校验"), "");

        var form = forms.of("inspector-emb-chem", second, "review");

        assertThat(form).contains(first.value(), "地点相同", "描述相近");
        shows(form, "反应釜安全阀未校验");
    }

    @Test
    void theReportShowsWhatIsDueAndWhatHappensNext() {
        county.todayIs("2026-09-24");
        var safety = county.person("safety-063");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-30"));
        safety.accepts(number);

        var form = forms.of("safety-063", number, "rectify");

        assertThat(TaskFormsDriver.textOf(form))
                .contains(number.value(), "东至县示例庚子新材料有限公司", "一般隐患", "香隅镇人民政府")
                .contains("2026-09-30", "剩余3个工作日") // 25 to 27 September are off
                .contains("2026-10-08整改逾期通知"); // 1 to 7 October are off
    }

    @Test
    void theSecondReturnSaysItIsTheSecond() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-064");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(number);
        for (var reason : List.of("仍缺一段护栏", "护栏没有固定")) {
            safety.rectifies(number);
            inspector.judges(number, Verdict.UNQUALIFIED, reason);
        }

        var report = TaskFormsDriver.textOf(forms.of("safety-064", number, "rectify"));
        assertThat(report).contains("第2次退回", "护栏没有固定").doesNotContain("仍缺一段护栏");

        safety.rectifies(number);
        var judged = TaskFormsDriver.textOf(forms.of("inspector-xiangyu", number, "verify"));
        assertThat(judged).contains("第3轮整改", "第2轮整改", "第1轮整改", "仍缺一段护栏", "护栏没有固定");
    }

    @Test
    void theReceiptOfThePaperServiceDoesNotStandAsProofInTheReport() {
        county.todayIs("2026-09-21");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(
                county.aHazardAt(county.person("safety-065")).dueOn("2026-09-28"));
        inspector.servesOnPaper(number, inspector.handsInPaper(number));

        var report = forms.of("inspector-xiangyu", number, "rectify");
        assertThat(report).contains("您代企业申报").doesNotContain("data-proof=\"DOCUMENT\"");

        forms.handsIn("inspector-xiangyu", number, "整改回单.png");
        assertThat(forms.of("inspector-xiangyu", number, "rectify")).contains("data-proof=\"DOCUMENT\"");
    }

    @Test
    void anEnterpriseRegistersInItsOwnHouseOnly() {
        var own = forms.register("safety-061");
        assertThat(own).contains("东至县示例壬午化工有限公司").doesNotContain("data-picker").doesNotContain("当场整改措施");

        assertThat(forms.register("inspector-xiangyu")).contains("data-picker", "当场整改措施");
        assertThat(forms.register("office1")).contains("data-picker").doesNotContain("当场整改措施");
    }

    private static String hostile(String what) {
        return MARK + what
                + "{{7*7}}{{constructor.constructor('alert(1)')()}}<script>alert(1)</script><b ng-click=\"x\">\"'&\n第二行";
    }

    private static void shows(String form, String... whats) {
        assertThat(form).doesNotContain("{{");
        for (var what : whats) {
            var text = HtmlUtils.htmlEscape(hostile(what), "UTF-8").replace("{{", "{\u2060{");
            assertThat(form).contains(text.lines().toList());
        }
        var findings = InertText.of(form, MARK);
        assertThat(findings.unsafe()).isEmpty();
        assertThat(findings.seen()).isGreaterThanOrEqualTo(whats.length);
    }
}
