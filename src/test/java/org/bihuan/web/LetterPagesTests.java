package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts as people meet them: on the case, on paper, in the committee office's list and through the API (N6, domain 8). */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterPagesTests {
    private static final String HARM = "<script>alert(1)</script>{{7*7}}${7*7}\"'&";
    private static final String CLAUSE = "GB 35181-2025 5.1";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private @Nullable Clerk loggedIn;
    private @Nullable HazardNumber general;
    private @Nullable HazardNumber major;
    private @Nullable HazardNumber unwanted;

    /** A general and a major of a school of Yaodu, thirty working days late. */
    @BeforeEach
    void twoLateCases() {
        if (loggedIn == null) {
            loggedIn = new Clerk(port, credentials);
            var inspector = county.person("inspector-yaodu");
            var safety = county.person("safety-009");
            county.todayIs("2026-10-12");
            general = inspector.registers(
                    county.aHazardAt(safety).described("护栏缺失" + HARM).dueOn("2026-10-21"));
            safety.accepts(general);
            major = lateMajor();
            unwanted = lateMajor();
            for (var day : List.of("2026-10-16", "2026-10-26", "2026-10-30", "2026-11-11", "2026-12-02")) {
                county.todayIs(day);
                county.sweeps();
            }
        }
        county.todayIs("2026-12-02");
    }

    private HazardNumber lateMajor() {
        var inspector = county.person("inspector-yaodu");
        var safety = county.person("safety-009");
        var late = inspector.registers(county.aHazardAt(safety).major(CLAUSE));
        inspector.reviews(late, "ACCEPT", Map.of("grade", "MAJOR", "criterion", CLAUSE, "dueOn", "2026-10-21"));
        safety.accepts(late);
        return late;
    }

    private Clerk clerk() {
        return Objects.requireNonNull(loggedIn);
    }

    private HazardNumber general() {
        return Objects.requireNonNull(general);
    }

    private HazardNumber major() {
        return Objects.requireNonNull(major);
    }

    private JsonNode letters(HazardNumber hazard) {
        return Clerk.read(clerk().get("office1", "/api/v1/hazards/" + hazard + "/letters"))
                .path("items");
    }

    private String idOf(HazardNumber hazard, String kind) {
        for (var item : letters(hazard)) {
            if (item.path("kind").asText().equals(kind)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError(kind + " of " + letters(hazard));
    }

    private String page(String user, String path) {
        var answer = clerk().browser(user).page(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Answer discards(String user, String id, Map<String, ?> body) {
        return clerk().post(user, "/api/v1/letters/" + id + "/discard", body);
    }

    @Test
    void theApiTellsWhatHasBeenDrafted() {
        assertThat(letters(major()).findValuesAsText("kind"))
                .containsExactly("CIRCULAR", "HANDOVER", "INTERVIEW", "WARNING", "SUPERVISION", "ADVISORY");
        var warning = letters(general()).get(0);
        assertThat(warning.path("state").asText()).isEqualTo("DRAFT");
        assertThat(warning.path("draftedOn").asText()).isEqualTo("2026-12-02");
        assertThat(warning.path("rung").asText()).isEqualTo("+30");
        assertThat(warning.path("hazards").get(0).asText()).isEqualTo(general().value());
        assertThat(warning.path("reason").isNull()).isTrue();
    }

    /** What each letter must hold (domain 8). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADVISORY    | 提示函 | 东至县示例甲子初级中学： | 已过整改期限，至今未申报整改完成 | 第四十一条",
                "SUPERVISION | 督办函 | 东至县示例甲子初级中学： | 请于2026-12-09前书面报告 | 第四十一条",
                "WARNING     | 警示函 | 东至县示例甲子初级中学： | 自2026-12-02次日起5个工作日，至2026-12-09。 | 第一百零二条",
                "INTERVIEW   | 约谈通知书 | 东至县示例甲子初级中学： | 自约谈之日次日起10个工作日内 | 第四条",
                "CIRCULAR    | 通报 | 各乡镇人民政府、开发区管委会 | 引以为戒 | 第九条",
                "HANDOVER    | 移送 | 应急管理综合行政执法大队： | 依法立案查处 | 第一百零二条"
            })
    void aDraftIsALetterOnPaper(String kind, String title, String addressee, String demand, String article) {
        var letter = page("office1", "/letters/" + idOf(major(), kind));

        assertThat(letter)
                .contains("草稿，未编号、未签发", title, addressee, demand, "《中华人民共和国安全生产法》", article)
                .contains(major().value(), "配电箱门缺失", "尧渡镇", CLAUSE, "加装箱门并上锁", "2026-10-21", "已逾期42天")
                .contains("签发人", "送达人", "签收时间", "（盖章）", "抄送：")
                .contains(kind.equals("HANDOVER") ? "尧渡镇人民政府" : "东至县安全生产委员会办公室")
                .doesNotContain("<script", "??", "。。");
    }

    /** Made from the state at the moment of reading: the day to answer moves with the day of reading. */
    @Test
    void aDraftIsNeverOutOfDate() {
        county.todayIs("2026-10-16");
        assertThat(page("office1", "/letters/" + idOf(major(), "ADVISORY")))
                .contains("整改期限将至", "还有3个工作日", "确需延期的")
                .doesNotContain("已过整改期限");

        county.todayIs("2026-12-03");

        assertThat(page("office1", "/letters/" + idOf(general(), "WARNING"))).contains("已逾期43天", "请于2026-12-10前书面报告");
    }

    @Test
    void whatSomebodyTypedIsText() {
        var escaped = "护栏缺失&lt;script&gt;alert(1)&lt;/script&gt;";

        assertThat(page("office1", "/letters/" + idOf(general(), "WARNING")))
                .contains(escaped)
                .doesNotContain("<script>alert");
        assertThat(page("office1", "/letters")).doesNotContain("<script>alert");
    }

    @Test
    void theCaseShowsItsLettersAndOffersToDiscardToWhoMay() {
        assertThat(page("office1", "/hazards/" + general()))
                .contains("<h2 id=\"letters\">文书</h2>", "警示函", "草稿", "2026-12-02逾期30个工作日时起草", "弃用草稿")
                .contains("/letters/" + idOf(general(), "WARNING"), "草拟文书");
        assertThat(page("inspector-yaodu", "/hazards/" + general()))
                .contains("警示函")
                .doesNotContain("弃用草稿");
        assertThat(page("safety-009", "/hazards/" + general())).doesNotContain("弃用草稿");
        assertThat(page("head-yaodu", "/hazards/" + major())).containsOnlyOnce("弃用草稿"); // the hand-over
    }

    @ParameterizedTest
    @CsvSource({
        "office1, 200",
        "auditor1, 200",
        "leader1, 200",
        "inspector-yaodu, 200",
        "head-yaodu, 200",
        "safety-009, 200",
        "principal-009, 200",
        "safety-010, 404",
        "inspector-xiangyu, 404",
        "head-emb-trade, 404",
        "expert1, 404",
        "admin, 404"
    })
    void whoSeesTheCaseSeesItsLetters(String user, int status) {
        var id = idOf(general(), "WARNING");

        assertThat(clerk().get(user, "/api/v1/hazards/" + general() + "/letters")
                        .status())
                .isEqualTo(status);
        assertThat(clerk().browser(user).page("/letters/" + id).status()).isEqualTo(status);
        if (!user.equals("office1")) {
            assertThat(discards(user, id, Map.of("reason", "x")).status()).isEqualTo(status == 200 ? 403 : 404);
            assertThat(discards(user, id, Map.of()).status()).isEqualTo(status == 200 ? 400 : 404);
        }
    }

    /** Of a letter that cases of several units share, each sees his own only. */
    @Test
    void aSharedLetterShowsNobodyWhatIsNotHis() {
        county.todayIs("2026-10-12");
        var builder = county.person("safety-005");
        var ofTheTown = county.person("inspector-yaodu")
                .registers(county.aHazardAt(builder).dueOn("2026-10-21"));
        var ofHousing = county.person("inspector-housing")
                .registers(county.aHazardAt(builder).described("塔吊限位失灵").dueOn("2026-10-21"));
        builder.accepts(ofTheTown);
        builder.accepts(ofHousing);
        county.todayIs("2026-11-11");
        county.sweeps();
        var id = idOf(ofHousing, "SUPERVISION");
        assertThat(idOf(ofTheTown, "SUPERVISION")).isEqualTo(id);
        var wrong = new ArrayList<String>();
        for (var user : List.of("inspector-yaodu", "inspector-housing", "safety-005", "office1")) {
            var list = clerk().get(user, "/api/v1/hazards/" + ofHousing + "/letters");
            var paper = page(user, "/letters/" + id);
            for (var hazard : List.of(ofTheTown, ofHousing)) {
                var sees = county.person(user).sees(hazard);
                if (paper.contains(hazard.value()) != sees
                        || (list.status() == 200 && list.body().contains(hazard.value()) != sees)) {
                    wrong.add(user + " " + hazard + " " + sees);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(county.person("inspector-housing").sees(ofHousing)).isTrue();
    }

    /** Without an enterprise the unit that must remove the hazard is written to (5.1). */
    @Test
    void aPublicHazardIsWrittenOfToTheUnitThatAnswersForIt() {
        county.todayIs("2026-10-12");
        var office = county.person("office1");
        var anybody = county.person("safety-009");
        var street = office.registers(county.aHazardAt(anybody).publicOf("yaodu", "341721100"));
        office.reviews(street, "ACCEPT", Map.of("grade", "GENERAL", "supervisingUnit", "urban", "dueOn", "2026-10-21"));
        county.person("inspector-yaodu").accepts(street);
        county.todayIs("2026-11-11");
        county.sweeps();

        assertThat(page("office1", "/letters/" + idOf(street, "SUPERVISION"))).contains("尧渡镇人民政府：", "抄送：东至县城市管理局");
        assertThat(page("office1", "/letters?kind=SUPERVISION")).contains("尧渡镇人民政府");
    }

    @Test
    void discardingNeedsAReasonAndIsDoneOnce() {
        var hazard = Objects.requireNonNull(unwanted);
        var id = idOf(hazard, "ADVISORY");
        var before = TheRecord.of(jdbc);
        for (Map<String, ?> bad : List.<Map<String, ?>>of(
                Map.of(), Map.of("reason", " "), Map.of("reason", "长".repeat(1001)), Map.of("reason", List.of("x")))) {
            var refused = discards("office1", id, bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(Clerk.read(refused).path("errors").get(0).path("field").asText())
                    .isEqualTo("reason");
        }
        for (var unknown : List.of("x", "00000000-0000-0000-0000-000000000000", "%00", "1")) {
            assertThat(discards("office1", unknown, Map.of("reason", "x")).status())
                    .isIn(400, 404);
        }
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);

        assertThat(discards("office1", id, Map.of("reason", "已逾期，改发督办函" + HARM)).status())
                .isEqualTo(204);

        var again = discards("office1", id, Map.of("reason", "再弃用"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(Clerk.read(again).path("detail").asText()).contains("已被弃用");
        var item = letters(hazard).get(5);
        assertThat(item.path("state").asText()).isEqualTo("DISCARDED");
        assertThat(item.path("reason").asText()).isEqualTo("已逾期，改发督办函" + HARM);
        assertThat(item.path("by").asText()).isEqualTo("office1");
        var nameless = HARM.substring(0, 8);
        assertThat(page("office1", "/letters/" + id))
                .contains("本草稿已于2026-12-02由", "已逾期，改发督办函")
                .doesNotContain("签发人", nameless);
        assertThat(page("safety-009", "/hazards/" + hazard))
                .contains("已弃用", "弃用文书草稿")
                .doesNotContain(nameless + "alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspector-yaodu", "head-yaodu", "safety-009", "leader1", "auditor1", "clerk1", "admin"})
    void theListIsTheCommitteeOfficesAlone(String user) {
        var answer = clerk().browser(user).page("/letters");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("待审阅文书只供安委办查看")
                .doesNotContain(general().value());
        assertThat(page(user, "/")).doesNotContain("href=\"/letters\"");
    }

    @Test
    void theCommitteeOfficeFindsWhatWaits() {
        var start = page("office1", "/");
        assertThat(start).contains("href=\"/letters\"", "份文书草稿待审阅");
        var list = page("office1", "/letters?kind=WARNING");

        assertThat(list)
                .contains("东至县示例甲子初级中学", "弃用草稿", "/letters/" + idOf(general(), "WARNING"), "2026-12-02")
                .doesNotContain("/letters/" + idOf(major(), "INTERVIEW"));
        assertThat(page("office1", "/letters?kind=NONSENSE&page=x")).contains("待审阅文书");
        assertThat(page("office1", "/letters?page=999999")).contains("待审阅文书");
    }
}
