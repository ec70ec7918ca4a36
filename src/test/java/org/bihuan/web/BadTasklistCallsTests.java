package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Tasklist itself would never send to Camunda's calls, but somebody may: refused in Chinese, and without a trace. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTasklistCallsTests {
    private static final String SAFETY = "safety-061";
    private static final String REGISTER = "process-definition/key/hazard-rectification/submit-form";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Cases cases;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private @Nullable Clerk clerk;
    private @Nullable HazardNumber number;

    @BeforeEach
    void oneCaseToAccept() {
        county.todayIs("2026-09-21");
        if (clerk == null) {
            clerk = new Clerk(port, credentials);
            number = county.person("inspector-xiangyu").registers(county.aHazardAt(county.person(SAFETY)));
        }
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        var before = TheRecord.of(jdbc);
        var complaints = new ArrayList<String>();
        for (var path : List.of(REGISTER, task("submit-form"), task("complete"))) {
            BadBodies.ALL.forEach((name, body) -> {
                var fault = Refusal.faultOf(clerk().browser(SAFETY).camunda("POST", Clerk.ENGINE + path, body));
                if (!fault.isEmpty()) {
                    complaints.add(path + " " + name + ": " + fault);
                }
            });
        }

        assertThat(complaints).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{\"decision\": null}",
                "{\"decision\": 7}",
                "{\"decision\": \"ACCEPT\"}",
                "{\"decision\": {}}",
                "{\"decision\": {\"type\": \"String\"}}",
                "{\"decision\": {\"type\": \"String\", \"value\": 7}}",
                "{\"decision\": {\"type\": \"Long\", \"value\": \"abc\"}}",
                "{\"decision\": {\"type\": \"Integer\", \"value\": 1e300}}",
                "{\"decision\": {\"type\": \"Boolean\", \"value\": \"ACCEPT\"}}",
                "{\"decision\": {\"type\": \"Date\", \"value\": \"gestern\"}}",
                "{\"decision\": {\"type\": \"Date\", \"value\": \"275760-09-13T00:00:00.000+0000\"}}",
                "{\"decision\": {\"type\": \"Null\", \"value\": \"ACCEPT\"}}",
                "{\"decision\": {\"type\": \"Bytes\", \"value\": \"!!\"}}",
                "{\"decision\": {\"type\": \"File\", \"value\": \"QUNDRVBU\"}}",
                "{\"decision\": {\"type\": \"Json\", \"value\": \"{\"}}",
                "{\"decision\": {\"type\": \"Xml\", \"value\": \"<a>\"}}",
                "{\"decision\": {\"type\": \"Object\", \"value\": \"x\"}}",
                "{\"decision\": {\"type\": \"Object\", \"value\": \"rO0AB\", \"valueInfo\": {\"objectTypeName\": \"java.io.File\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}",
                "{\"decision\": {\"type\": \"NoSuchType\", \"value\": \"ACCEPT\"}}",
                "{\"decision\": {\"type\": \"\\u0000\", \"value\": \"ACCEPT\"}}",
                "{\"decision\": {\"value\": \"ACCEPT\\u200b\", \"local\": true}}",
                "{\"\\u0000\": {\"value\": \"\\u0000\"}}"
            })
    void whatIsNoFieldOfTheFormCompletesNothing(String variables) {
        var before = TheRecord.of(jdbc);
        var complaints = new ArrayList<String>();
        for (var path : List.of(REGISTER, task("submit-form"), task("complete"))) {
            var body = ("{\"variables\": " + variables + "}").getBytes(UTF_8);
            var fault = Refusal.faultOf(clerk().browser(SAFETY).camunda("POST", Clerk.ENGINE + path, body));
            if (!fault.isEmpty()) {
                complaints.add(path + ": " + fault);
            }
        }

        assertThat(complaints).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nameLike\": \"\\u0000\"}",
                "{\"processInstanceBusinessKey\": \"\\ud800\"}",
                "{\"dueBefore\": \"gestern\"}",
                "{\"priority\": 99999999999}",
                "{\"sorting\": [{\"sortBy\": \"name; drop table hazard\", \"sortOrder\": \"asc\"}]}",
                "{\"taskVariables\": [{\"name\": \"\\u0000\", \"operator\": \"eq\", \"value\": \"x\"}]}",
                "{\"taskVariables\": [{\"name\": \"x\", \"operator\": \"no\", \"value\": {}}]}",
                "{\"candidateGroups\": \"x\"}",
                "{\"unknown\": 1}",
                "{\"orQueries\": [null]}",
                "{\"orQueries\": [{\"orQueries\": []}]}"
            })
    void anOddSearchFindsNothingAndBreaksNothing(String query) {
        for (var path : List.of("task", "task/count")) {
            var answer = clerk().browser(SAFETY).camunda("POST", Clerk.ENGINE + path, query);
            assertThat(answer.status()).as("%s %s", path, answer.body()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task?nameLike=%00",
                "task?maxResults=abc",
                "task?maxResults=-1",
                "task?firstResult=99999999999",
                "task?sortBy=x&sortOrder=y",
                "task?dueBefore=%E6%98%A8%E5%A4%A9",
                "task/%ED%A0%80",
                "task/x%27%20or%201=1",
                "task/no-such-task/form-variables",
                "task/no-such-task/localVariables",
                "process-instance/no-such-instance",
                "filter/no-such-filter/list",
                "process-definition/key/no-such-process/startForm"
            })
    void anOddAddressIsRefused(String path) {
        var answer = clerk().browser(SAFETY).get(Clerk.ENGINE + path);

        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
    }

    private String task(String call) {
        return "task/"
                + cases.openTask(Objects.requireNonNull(number).value())
                        .orElseThrow()
                        .id() + "/" + call;
    }

    private Clerk clerk() {
        return Objects.requireNonNull(clerk);
    }
}
