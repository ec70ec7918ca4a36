package org.bihuan.engine;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-109432: expressions inside OR queries, run by whoever may log in to Tasklist. First hole of Camunda 7.24.0. */
@CountyTest
class QueryExpressionTests {
    private static final String API = "/camunda/api/engine/engine/default/";
    private static final String ATTACK = "{\"orQueries\":[{\"assigneeExpression\":\"" + Proof.Trap.EXPRESSION + "\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    private Browser inspector = Browser.at(0);
    private String filter = "";
    private int sprungBefore;

    @BeforeEach
    void logIn() {
        inspector = Surfing.as("inspector-xiangyu", port, credentials);
        filter = filters.createTaskFilterQuery()
                .filterName("我的待办")
                .singleResult()
                .getId();
        sprungBefore = Proof.Trap.sprung();
    }

    @AfterEach
    void nothingWasEvaluated() {
        identity.clearAuthentication();
        assertThat(Proof.Trap.sprung()).isEqualTo(sprungBefore);
    }

    Stream<String> endpoints() {
        return Stream.of("task", "task/count", "filter/" + filter + "/list", "filter/" + filter + "/count");
    }

    @Test
    void noEndpointTakesTheShapesOfTheAttack() {
        var shapes = List.of(
                ATTACK,
                "{\"orQueries\":[{\"assigneeExpression\":\"${''.concat(7*7)}\"}]}",
                "{\"assigneeExpression\":\"${7*7}\"}",
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + Proof.Trap.EXPRESSION + "\"}]}",
                "{\"orQueries\":[{\"ASSIGNEEEXPRESSION\":\"${7*7}\"}]}",
                "{\"a\":{\"b\":[[{\"dueBeforeExpression\":\"${7*7}\"}]]}}",
                "[1,{\"x\":[]}] {\"taskNameExpression\":1}");
        for (var endpoint : endpoints().toList()) {
            for (var shape : shapes) {
                assertThat(inspector.camunda("POST", API + endpoint, shape))
                        .as("%s %s", endpoint, shape)
                        .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                        .satisfies(answer -> assertThat(answer.body()).contains("查询条件中不能使用表达式"));
            }
        }
    }

    @Test
    void noEncodingGetsRoundTheGuard() {
        for (var endpoint : endpoints().toList()) {
            for (var encoding :
                    List.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"))) {
                assertThat(inspector
                                .camunda("POST", API + endpoint, ATTACK.getBytes(encoding))
                                .status())
                        .as("%s in %s", endpoint, encoding)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void deepNestingIsRefusedWithoutHarm() {
        var deep = "{\"orQueries\":[".repeat(5000) + ATTACK + "]}".repeat(5000);
        for (var endpoint : endpoints().toList()) {
            assertThat(inspector.camunda("POST", API + endpoint, deep).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=%24%7B7*7%7D",
                "assignee%45xpression=x",
                "dueBeforeEXPRESSION=%24%7Bnow()%7D",
                "x=1&orQueries=%5B%5D",
                "x=1;nameExpression"
            })
    void noQueryParameterCarriesAnExpression(String query) {
        assertThat(inspector.get(API + "task?" + query).status()).isEqualTo(400);
        assertThat(inspector.get(API + "task/count?" + query).status()).isEqualTo(400);
    }

    @Test
    void whatIsNoJsonAndWhatIsTooLargeIsRefused() {
        assertThat(inspector.camunda("POST", API + "task", "{\"assignee\":").status())
                .isEqualTo(400);
        assertThat(inspector
                        .camunda("POST", API + "task", "assigneeExpression=${7*7}")
                        .status())
                .isEqualTo(400);
        assertThat(inspector
                        .camunda("POST", API + "task", ("{\"x\":\"" + "y".repeat(2_100_000) + "\"}").getBytes(UTF_8))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void withTheFirstLayerOffTheEngineItselfEvaluatesNothing() {
        identity.setAuthentication("inspector-xiangyu", List.of("inspector"));
        for (var expression : List.of(
                Proof.Trap.EXPRESSION,
                "#{proofTrap.spring()}",
                "x${proofTrap.spring()}",
                "${now()}${proofTrap.spring()}",
                "${now().getClass()}",
                "${dateTime().plusDays(proofTrap.spring())}",
                "${currentUser().concat(proofTrap.spring())}")) {
            assertThatThrownBy(() -> tasks.createTaskQuery()
                            .or()
                            .taskAssigneeExpression(expression)
                            .taskName("x")
                            .endOr()
                            .list())
                    .as(expression)
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void theOrdinarySearchesOfTasklistStillWork() {
        assertThat(inspector
                        .camunda("POST", API + "task", "{\"orQueries\":[{\"assignee\":\"x\",\"nameLike\":\"%y%\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(inspector
                        .camunda("POST", API + "task/count", "{\"nameLike\":\"%y%\"}")
                        .status())
                .isEqualTo(200);
        for (var stored : filters.createTaskFilterQuery().list()) {
            assertThat(inspector.camunda(
                            "POST",
                            API + "filter/" + stored.getId() + "/list?firstResult=0&maxResults=15",
                            "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}"))
                    .as(stored.getName())
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(inspector
                            .camunda("POST", API + "filter/" + stored.getId() + "/count", "{}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
