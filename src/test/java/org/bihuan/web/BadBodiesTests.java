package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies, headers and uploads that are no requests at all: refused in Chinese, never a defect, nothing half-written. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodiesTests {
    private static final String GOOD = """
            {"enterprise": "91341721XN80400B0Q", "foundOn": "2026-09-21", "location": "一号车间", "description": "缺门"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> paths = new LinkedHashMap<>();
    private @Nullable Clerk clerk;

    @BeforeEach
    void oneCaseToCallAbout() {
        county.todayIs("2026-09-21");
        if (clerk == null) {
            clerk = new Clerk(port, credentials);
            var safety = county.person("safety-061");
            var number = county.person("inspector-xiangyu").registers(county.aHazardAt(safety));
            paths.put("/api/v1/hazards", "inspector-xiangyu");
            paths.put("/api/v1/hazards/" + number + "/tasks/accept", "safety-061");
            paths.put("/api/v1/hazards/" + number + "/service", "inspector-xiangyu");
            paths.put("/api/v1/hazards/" + number + "/withdraw", "safety-061");
            paths.put("/api/v1/hazards/" + number + "/reassign", "principal-061");
            paths.put("/api/v1/units", "admin");
            paths.put("/api/v1/users", "admin");
            paths.put("/api/v1/enterprises", "admin");
            paths.put("/api/v1/imports/" + anImport() + "/decisions", "office1");
        }
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        var before = TheRecord.of(jdbc);
        var complaints = new ArrayList<String>();
        paths.forEach((path, user) -> BadBodies.ALL.forEach((name, body) -> {
            var isFreeToSayNothing = (path.endsWith("/withdraw") && body.length == 0)
                    || (path.endsWith("/decisions") && name.equals("list"));
            var answer = clerk().api(user, "POST", path, body, "Content-Type", "application/json");
            var fault = Refusal.faultOf(answer);
            if (!fault.isEmpty() && !isFreeToSayNothing) {
                complaints.add(path + " " + name + ": " + fault);
            }
        }));

        assertThat(complaints).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=no-such-charset",
                "application/json; charset=\"",
                "/",
                "nonsense",
                "application/json, text/plain"
            })
    void aBodyOfAnotherKindIsRefused(String type) {
        paths.forEach((path, user) -> {
            var answer = clerk().api(user, "POST", path, GOOD.getBytes(UTF_8), "Content-Type", type);
            assertThat(Refusal.faultOf(answer)).as(path).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,    /api/v1/hazards",
        "DELETE, /api/v1/hazards/341721-107-2026-G-00001",
        "PATCH,  /api/v1/hazards/341721-107-2026-G-00001",
        "GET,    /api/v1/hazards/341721-107-2026-G-00001/tasks/accept",
        "GET,    /api/v1/hazards/341721-107-2026-G-00001/withdraw",
        "DELETE, /api/v1/hazards/341721-107-2026-G-00001/evidence",
        "POST,   /api/v1/hazards/341721-107-2026-G-00001/events",
        "DELETE, /api/v1/evidence/00000000-0000-0000-0000-000000000000",
        "GET,    /api/v1/imports",
        "DELETE, /api/v1/imports/00000000-0000-0000-0000-000000000000",
        "POST,   /api/v1/calendar/due",
        "POST,   /api/v1/hazards.xlsx",
        "DELETE, /api/v1/organisation/units",
        "DELETE, /api/v1/users/admin",
        "PATCH,  /api/v1/enterprises/91341721XN80400B0Q",
        "GET,    /api/v1/master-data/users"
    })
    void anotherMethodIsRefused(String method, String path) {
        var answer = clerk().api("office1", method, path, new byte[0]);

        assertThat(Refusal.faultOf(answer)).isEmpty();
        assertThat(answer.status()).isIn(400, 405);
    }

    @Test
    void anIdempotencyKeyIsAShortText() {
        for (var key : List.of("x".repeat(201), "x".repeat(7000), "", "   ")) {
            var before = TheRecord.of(jdbc);
            var answer = clerk().api(
                            "inspector-xiangyu",
                            "POST",
                            "/api/v1/hazards",
                            GOOD.getBytes(UTF_8),
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            key);
            assertThat(Refusal.faultOf(answer, "Idempotency-Key"))
                    .as("%s characters", key.length())
                    .isEmpty();
            assertThat(TheRecord.of(jdbc)).isEqualTo(before);
        }
    }

    @Test
    void anOddIdempotencyKeyIsAKeyLikeAnyOther() {
        for (var key : List.of("'; drop table hazard; --", "{{7*7}}<b>", "a\tb", "\u00fc\u00ff", "../..")) {
            var first = keyed(key);
            var second = keyed(key);
            assertThat(first.status()).as(key + first.body()).isEqualTo(201);
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        }
    }

    @Test
    void nobodyLearnsOfTheInsideThroughOddHeaders() {
        var some = "/api/v1/hazards";
        for (var header : List.of(
                "Accept",
                "Accept-Language",
                "Accept-Charset",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "Prefer",
                "X-Forwarded-Host",
                "Origin",
                "Cookie")) {
            for (var value : List.of(
                    "",
                    "x",
                    "*/*;q=nonsense",
                    "bytes=-1",
                    "bytes=9-1,,",
                    "\"",
                    "{{7*7}}",
                    "a/b/c",
                    "%00",
                    "y".repeat(3000))) {
                var answer = clerk().get("office1", some, header, value);
                assertThat(answer.status()).as(header + ": " + value).isLessThan(500);
                assertThat(answer.body()).doesNotContain("Exception");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[null]",
                "[1]",
                "[[]]",
                "[{}]",
                "[{\"row\": 2}]",
                "[{\"decision\": \"TAKE\"}]",
                "[{\"row\": \"zwei\", \"decision\": \"TAKE\"}]",
                "[{\"row\": -1, \"decision\": \"TAKE\"}]",
                "[{\"row\": 0, \"decision\": \"DROP\"}]",
                "[{\"row\": 4294967298, \"decision\": \"TAKE\"}]",
                "[{\"row\": 1e400, \"decision\": \"TAKE\"}]",
                "[{\"row\": 2, \"decision\": \"KEEP\"}]",
                "[{\"row\": 2, \"decision\": {\"x\": 1}}]",
                "[{\"row\": 2, \"decision\": \"TAKE\", \"sheet\": []}]",
                "[{\"row\": 2, \"decision\": \"TAKE\", \"sheet\": \"\\u0000\"}]",
                "[{\"row\": 2, \"decision\": \"TAKE\", \"sheet\": \"no such sheet\"}]",
                "{\"row\": 2, \"decision\": \"TAKE\"}"
            })
    void aDecisionThatSaysNothingSettlesNothing(String decisions) {
        var path = paths.keySet().stream()
                .filter(known -> known.endsWith("/decisions"))
                .findFirst()
                .orElseThrow();
        var before = TheRecord.of(jdbc);

        var answer =
                clerk().api("office1", "POST", path, decisions.getBytes(UTF_8), "Content-Type", "application/json");

        assertThat(Refusal.faultOf(answer)).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    private Answer keyed(String key) {
        return clerk().api(
                        "inspector-xiangyu",
                        "POST",
                        "/api/v1/hazards",
                        GOOD.getBytes(UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
    }

    private String anImport() {
        try (var template = BadBodiesTests.class.getResourceAsStream("/ledgers/ledger-import-template.xlsx")) {
            var upload = Upload.of(
                    "file", "ledger.xlsx", Objects.requireNonNull(template).readAllBytes());
            clerk().api("office1", "POST", "/api/v1/imports", upload.bytes(), "Content-Type", Upload.TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jdbc.sql("select id from import_batch where state = 'DONE' order by brought_at desc limit 1")
                .query(String.class)
                .single();
    }

    private Clerk clerk() {
        return Objects.requireNonNull(clerk);
    }
}
