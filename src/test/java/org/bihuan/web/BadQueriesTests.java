package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
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

/** Every question by address, asked wrongly: refused at its parameter, or answered with nothing, never a defect. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadQueriesTests {
    private static final List<String> ODD = List.of(
            "",
            "%20%09",
            "%00",
            "%E2%80%AE",
            "%ED%A0%80",
            "%FF%FE",
            "NaN",
            "-1",
            "1.5",
            "0",
            "99999999999999999999",
            "1e999999999",
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "275760-09-13",
            "null",
            "%5B%5D",
            "%7B%7D",
            "%7B%7B7*7%7D%7D",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "'%20or%20'1'%3D'1",
            "%25",
            "%5C",
            "a,b,,c",
            "x".repeat(3000),
            "%E9%95%BF".repeat(300));

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    private @Nullable Browser office;

    @BeforeEach
    void login() {
        office = office == null ? new Clerk(port, credentials).browser("office1") : office;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/hazards               | status grade region industry enterprise unit overdue foundFrom foundTo dueFrom dueTo q sort limit after
            /api/v1/hazards.xlsx          | status grade overdue foundFrom dueTo q sort limit after
            /api/v1/calendar/working-days | from plus
            /api/v1/calendar/due          | from days kind rollOver
            /api/v1/organisation/enterprises | q
            /app-api/forms/similar        | enterprise responsibleUnit location description
            /app-api/forms/criteria       | enterprise industry words on
            /app-api/cards                | ids
            /ledger                       | status grade region industry enterprise unit overdue foundFrom foundTo dueFrom dueTo q sort limit after
            /calendar                     | from plus days kind rollOver year
            /forms/review                 | taskId userId
            /imports                      | id
            """)
    void anOddParameterIsRefusedOrFindsNothing(String path, String parameters) {
        var wrong = new ArrayList<String>();
        for (var parameter : parameters.split(" ", -1)) {
            for (var value : ODD) {
                var asked = path + "?" + parameter + "=" + value;
                var answer = path.startsWith("/api/") ? office().get(asked) : office().page(asked);
                var isFit = answer.status() < 500
                        && !answer.body().contains("Exception")
                        // Data may hold what another test has registered; on a page it must be inert.
                        && (path.contains("api/") || !answer.body().contains("<script>alert"));
                if (!isFit
                        || (path.startsWith("/api/")
                                && answer.status() >= 400
                                && !Refusal.faultOf(answer).isEmpty())) {
                    wrong.add(asked.substring(0, Math.min(120, asked.length())) + ": " + answer.status() + " "
                            + answer.body()
                                    .substring(0, Math.min(200, answer.body().length())));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status,NONSENSE",
        "grade,general",
        "overdue,maybe",
        "foundFrom,gestern",
        "foundTo,2026-02-30",
        "dueFrom,0001-01-01",
        "dueTo,275760-09-13",
        "sort,number;drop",
        "limit,0",
        "limit,201",
        "limit,1.5",
        "limit,99999999999999999999",
        "after,x"
    })
    void aFilterThatCannotBeReadIsNamed(String parameter, String value) {
        var asked = "?" + parameter + "=" + value;
        assertThat(Refusal.faultOf(office().get("/api/v1/hazards" + asked), parameter))
                .isEmpty();
        if (!parameter.equals("after")) { // a workbook has no pages
            assertThat(Refusal.faultOf(office().get("/api/v1/hazards.xlsx" + asked), parameter))
                    .isEmpty();
        }
        var page = office().page("/ledger" + asked);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("“");
    }

    @Test
    void aForgedPlaceToGoOnFromIsNamed() {
        for (var place : List.of(
                "+999999999-12-31",
                "-999999999-01-01",
                "9999-12-31T23:59:59Z",
                "+1000000000-12-31T23:59:59Z",
                "",
                "2026-09-21")) {
            for (var number : List.of("341721-107-2026-G-00001", "x", "' or 1=1", "\u0000")) {
                for (var sort : List.of("dueOn", "-foundOn", "registeredAt", "number")) {
                    var after = Base64.getUrlEncoder()
                            .encodeToString((place + "\n" + number).getBytes(StandardCharsets.UTF_8));
                    var answer = office().get("/api/v1/hazards?sort=" + sort + "&after=" + after);
                    assertThat(answer.status() == 200
                                    || Refusal.faultOf(answer, "after").isEmpty())
                            .as("%s %s %s", place, number, answer)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "%00",
                "341721-107-2026-G-99999",
                "341721-107-2026-G-00001%0A",
                "..%2F..",
                "{{7*7}}",
                "<b>",
                "'",
                "%ED%A0%80",
                "341721-107-2026-G-99999999999999999999"
            })
    void aNumberThatIsNoneDoesNotExist(String odd) {
        var number = odd.startsWith("%") || odd.contains("%") ? odd : URLEncoder.encode(odd, StandardCharsets.UTF_8);
        for (var path : List.of(
                "/api/v1/hazards/" + number,
                "/api/v1/hazards/" + number + "/events",
                "/api/v1/hazards/" + number + "/notices",
                "/api/v1/hazards/" + number + "/letters",
                "/api/v1/evidence/" + number,
                "/api/v1/evidence/" + number + "/thumbnail",
                "/api/v1/imports/" + number,
                "/api/v1/imports/" + number + "/rejected")) {
            assertThat(office().get(path).status()).as(path).isIn(400, 404);
        }
        for (var page : List.of(
                "/hazards/" + number,
                "/hazards/" + number + "/slip",
                "/letters/" + number,
                "/t/" + number,
                "/demo/mailbox/" + number)) {
            var answer = office().page(page);
            assertThat(answer.status()).as(page).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    @Test
    void anOddNameOfAParameterIsNoDefect() {
        for (var name :
                List.of("%00", "%07x", "%E2%80%AE", "__proto__", "x".repeat(2000), "a%5B0%5D", "class.classLoader")) {
            for (var path : List.of("/api/v1/hazards", "/api/v1/calendar/due", "/api/v1/organisation/enterprises")) {
                assertThat(office().get(path + "?" + name + "=1").status())
                        .as(path + name)
                        .isLessThan(500);
            }
            assertThat(office().page("/ledger?" + name + "=1").status())
                    .as(name)
                    .isLessThan(500);
        }
    }

    /** With a session: a password checked at each of two thousand questions takes minutes. */
    private Browser office() {
        return Objects.requireNonNull(office);
    }
}
