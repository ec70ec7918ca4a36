package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.Browser;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may say who stands in for whom, and what is taken, over HTTP. */
@CountyTest
class SubstitutesApiTests {
    private static final String PATH = "/api/v1/people/safety-100/substitutes";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    private Clerk clerk;

    @BeforeEach
    void anOrdinaryDay() {
        county.todayIs("2026-10-12");
        clerk = new Clerk(port, credentials);
        clear();
    }

    @AfterEach
    void clear() {
        assertThat(put("safety-100", List.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "safety-100, safety-100, 200",
        "principal-100, safety-100, 200",
        "admin, safety-100, 200",
        "safety-100, principal-100, 403",
        "safety-101, safety-100, 404",
        "principal-101, safety-100, 404",
        "inspector-xiangyu, safety-100, 404",
        "office1, safety-100, 404",
        "auditor1, safety-100, 404",
        "safety-100, nobody, 404",
        "safety-100, a b, 404",
        "head-muta, inspector-muta, 200",
        "inspector-muta, head-muta, 403",
        "head-yaodu, inspector-muta, 404",
        "office1, office2, 403",
        "office1, office1, 200",
    })
    void thePersonHisSuperiorAndTheAdministratorAlone(String reader, String person, int status) {
        var path = "/api/v1/people/" + person.replace(" ", "%20") + "/substitutes";

        assertThat(clerk.get(reader, path).status()).isEqualTo(status);
        var written = clerk.api(
                reader, "PUT", path, Clerk.json(Map.of("items", List.of())), "Content-Type", "application/json");
        assertThat(written.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(Refusal.faultOf(written)).isEmpty();
        }
    }

    @Test
    void thePlanIsWhatWasPutAndPuttingItAgainChangesNothing() {
        var plan = List.of(
                item("principal-100", "2026-10-12", "2026-10-16"), item("principal-100", "2026-11-02", "2026-11-02"));

        var first = Clerk.read(put("safety-100", plan));
        var second = Clerk.read(put("principal-100", plan));

        assertThat(second).isEqualTo(first);
        assertThat(first.path("items"))
                .extracting(item ->
                        item.path("from").asText() + " " + item.path("to").asText())
                .containsExactly("2026-10-12 2026-10-16", "2026-11-02 2026-11-02");
        assertThat(Clerk.read(clerk.get("safety-100", PATH))).isEqualTo(first);
    }

    @Test
    void aPeriodCutShortStaysAmongThePastOnes() {
        put("safety-100", List.of(item("principal-100", "2026-10-12", "2026-10-16")));
        county.todayIs("2026-10-14");

        var cut = Clerk.read(put("safety-100", List.of(item("principal-100", "2026-10-12", "2026-10-15"))));

        assertThat(cut.path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("to").asText()).isEqualTo("2026-10-15"));
        assertThat(cut.path("past"))
                .filteredOn(item -> item.path("endedAt").asText().startsWith("2026-10-14"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("to").asText()).isEqualTo("2026-10-16"));
        county.todayIs("2026-10-16");
        var over = Clerk.read(clerk.get("safety-100", PATH));
        assertThat(over.path("items")).isEmpty();
        assertThat(over.path("past")).anySatisfy(item -> {
            assertThat(item.path("to").asText()).isEqualTo("2026-10-15");
            assertThat(item.path("endedAt").isMissingNode()
                            || item.path("endedAt").isNull())
                    .isTrue();
        });
    }

    @Test
    void whoHasNotSeenTheLastChangeIsTold() {
        var seen = Clerk.read(clerk.get("safety-100", PATH)).path("revision").asInt();
        put("principal-100", List.of(item("principal-100", "2026-10-12", "2026-10-16")));

        var late = put("safety-100", Map.of("items", List.of(), "revision", seen));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("SUBSTITUTES_CHANGED", "刚刚被他人修改");
        assertThat(Clerk.read(clerk.get("safety-100", PATH)).path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "safety-100, 2026-10-12, 2026-10-16, substitute, HIMSELF",
        "principal-101, 2026-10-12, 2026-10-16, substitute, NOT_A_COLLEAGUE",
        "nobody, 2026-10-12, 2026-10-16, substitute, NOT_A_COLLEAGUE",
        "'x y', 2026-10-12, 2026-10-16, substitute, NOT_A_COLLEAGUE",
        "'', 2026-10-12, 2026-10-16, substitute, REQUIRED",
        "principal-100, 2026-10-16, 2026-10-15, to, ENDS_BEFORE_IT_BEGINS",
        "principal-100, 2026-10-05, 2026-10-11, to, PERIOD_IS_OVER",
        "principal-100, 2026-10-12, 2027-10-13, to, PERIOD_TOO_LONG",
        "principal-100, 2027-10-14, 2027-10-15, from, TOO_FAR_AHEAD",
        "principal-100, , 2026-10-15, from, REQUIRED",
        "principal-100, 2026-13-01, 2026-10-15, from, NOT_A_DAY",
        "principal-100, 2026-10-15, 明天, to, NOT_A_DAY",
        "principal-100, 2026-11-02, 2026-11-05, from, PERIODS_OVERLAP",
    })
    void whatCannotBeIsRefusedAtItsFieldAndChangesNothing(
            String substitute, @Nullable String from, String to, String field, String code) {
        var standing = item("principal-100", "2026-11-02", "2026-11-02");
        put("safety-100", List.of(standing));

        var refused = put("safety-100", List.of(standing, item(substitute, from, to)));

        assertThat(Refusal.faultOf(refused, "items[1]." + field)).isEmpty();
        assertThat(refused.body()).contains(code);
        assertThat(Clerk.read(clerk.get("safety-100", PATH)).path("items")).hasSize(1);
    }

    @Test
    void whatIsNoPlanIsRefused() {
        var tooMany = new ArrayList<Map<String, Object>>();
        for (var day = 1; day <= 21; day++) {
            tooMany.add(item("principal-100", "2026-11-%02d".formatted(day), "2026-11-%02d".formatted(day)));
        }
        assertThat(Refusal.faultOf(put("safety-100", tooMany), "items")).isEmpty();
        assertThat(Refusal.faultOf(put("safety-100", Map.of()), "items")).isEmpty();
        for (var items :
                List.of("x", 5, Map.of("substitute", "principal-100"), List.of("principal-100"), List.of(List.of()))) {
            assertThat(Refusal.faultOf(put("safety-100", Map.of("items", items)), "items"))
                    .isEmpty();
        }
        assertThat(Refusal.faultOf(put("safety-100", Map.of("items", List.of(), "revision", "x")), "revision"))
                .isEmpty();
        for (var body : List.of("", "[]", "null", "{", "\"x\"")) {
            assertThat(Refusal.faultOf(clerk.api(
                            "safety-100",
                            "PUT",
                            PATH,
                            body.getBytes(StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/json")))
                    .isEmpty();
        }
    }

    @Test
    void aDayInThePastMayBeginAPeriodThatGoesOn() {
        assertThat(put("safety-100", List.of(item("principal-100", "2026-10-08", "2026-10-12")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePageShowsThePlanAndSavesIt() {
        var own = clerk.browser("safety-100");
        assertThat(own.page("/").body()).contains("href=\"/people/safety-100\"");
        var page = own.page("/people/safety-100").body();
        assertThat(page)
                .contains("我的代办安排", "type=\"date\"", "value=\"principal-100\"")
                .doesNotContain("本单位人员");

        var saved = own.form("/people/safety-100", filled(own, "principal-100", "2026-10-13", "2026-10-14"));

        assertThat(saved.status()).isEqualTo(302);
        var principals =
                clerk.browser("principal-100").page("/people/safety-100").body();
        assertThat(principals).contains("value=\"2026-10-13\"", "本单位人员", "href=\"/people/principal-100\"");
        var refused = own.form("/people/safety-100", filled(own, "principal-100", "2026-10-13", "2026-10-12"));
        assertThat(refused.body()).contains("第1段：“结束日期”不能早于开始日期。", "value=\"2026-10-12\"");
        assertThat(Clerk.read(clerk.get("safety-100", PATH)).path("items")).hasSize(1);
        assertThat(clerk.browser("principal-101").page("/people/safety-100").status())
                .isEqualTo(404);
        assertThat(own.page("/people/principal-100").status()).isEqualTo(403);
    }

    private static String[] filled(Browser browser, String substitute, String from, String to) {
        var page = browser.page("/people/safety-100").body();
        var revision = page.replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1");
        return new String[] {
            "_csrf",
            browser.tokenOf("/people/safety-100"),
            "revision",
            revision,
            "substitute",
            substitute,
            "from",
            from,
            "to",
            to
        };
    }

    private Answer put(String user, List<Map<String, Object>> items) {
        return put(user, Map.of("items", items));
    }

    private Answer put(String user, Map<String, ?> body) {
        return clerk.api(user, "PUT", PATH, Clerk.json(body), "Content-Type", "application/json");
    }

    private static Map<String, Object> item(String substitute, @Nullable String from, String to) {
        var item = new HashMap<String, Object>();
        item.put("substitute", substitute);
        if (from != null) {
            item.put("from", from);
        }
        item.put("to", to);
        return item;
    }
}
