package org.bihuan.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.security.Credentials;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that are no tables, people who may not, and every way into the engine but our own. */
@CountyTest
class WhatIsRefusedTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    DecisionVersions versions;

    @Autowired
    Credentials credentials;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Tables tables;
    private List<Long> before;

    @BeforeEach
    void remember() {
        tables = new Tables(port, versions, credentials, transaction);
        before = counts();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(counts()).as("versions, drafts, deployments").isEqualTo(before);
    }

    private List<Long> counts() {
        return Stream.of("decision_version", "decision_draft", "act_re_deployment", "act_re_decision_def")
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    static Stream<Arguments> files() throws IOException {
        var good = Files.readString(Path.of("bpmn/deadline/deadline.dmn"));
        var bpmn = Files.readString(Path.of("bpmn/rectification/hazard-rectification.bpmn"));
        var laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        return Stream.of(
                file("empty", "", "文件是空的"),
                file("no XML", "hello", "文件不是完整的.dmn文件（第1行读不下去）"),
                file("a ZIP", "PK\u0003\u0004", "文件不是完整的.dmn文件"),
                file("cut off", good.substring(0, good.length() / 2), "文件不是完整的.dmn文件（第"),
                file("a diagram", bpmn, "这是流程图（BPMN）文件，不是决策表"),
                file("a web page", "<html><body/></html>", "文件不是决策表（DMN）"),
                file("an older DMN", good.replace("20191111/MODEL", "20151101/dmn.xsd"), "文件的DMN版本不对"),
                file(
                        "an external entity",
                        entity(good, "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"),
                        "出于安全不予接收"),
                file("a million laughs", entity(good, laughs, "&c;"), "出于安全不予接收"),
                file("a hundred storeys", "<a>".repeat(100) + "</a>".repeat(100), "文件不是决策表（DMN）"),
                file(
                        "a hundred storeys below the right root",
                        good.replace("</definitions>", "<a>".repeat(100) + "</a>".repeat(100) + "</definitions>"),
                        "文件层层嵌套"),
                file("20 MB", good + " ".repeat(20 * 1024 * 1024), "文件太大，没有收下。决策表文件最大1 MB"),
                file(
                        "against the schema",
                        good.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANYHOW\""),
                        "不符合决策表（DMN）的格式"),
                file(
                        "a second decision",
                        good.replace("<dmndi:DMNDI>", "<decision id=\"other\" name=\"x\"/><dmndi:DMNDI>"),
                        "有且只有一张决策表"),
                file(
                        "a script",
                        good.replaceFirst("<inputEntry id", "<inputEntry expressionLanguage=\"javascript\" id"),
                        "FEEL以外的表达式语言"),
                file(
                        "a variable of another name",
                        good.replaceFirst("<input id", "<input camunda:inputVariable=\"x\" id"),
                        "另起了变量名"),
                file(
                        "an unknown table",
                        good.replace("decision id=\"deadline\"", "decision id=\"mine\""),
                        "没有编号为“mine”的表"),
                file("other columns", good.replaceFirst("<text>grade</text>", "<text>source</text>"), "输入列不能增删、改名"),
                file(
                        "a column of another type",
                        good.replaceFirst("typeRef=\"integer\"", "typeRef=\"string\""),
                        "输出列不能"),
                file("nothing new", good, "完全相同"));
    }

    private static Arguments file(String what, String content, String said) {
        return Arguments.of(what, content.getBytes(StandardCharsets.UTF_8), said);
    }

    private static String entity(String table, String declared, String used) {
        return table.replaceFirst("\\?>", "?>" + declared).replaceFirst("5\\.1 默认", used);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatIsNoGoodTableIsRefusedInWordsAndLeavesNothing(String what, byte[] file, String said) {
        var answer = Tables.handsIn(tables.at("office1"), "table.dmn", file);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("核对未通过", said).doesNotContain("org.camunda", "root:");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        var file = tables.copy("deadline")
                .source(1, " ")
                .output(2, 1, "x")
                .input(3, 1, "\"?\"")
                .file();

        var answer = Tables.handsIn(tables.at("admin"), "deadline.dmn", file);

        assertThat(answer.body()).contains("有3处需要改正", "第1行：没有注明依据", "第2行“天数”", "第3行“用途”");
    }

    @ParameterizedTest
    @CsvSource({
        "inspector-yaodu, 200, 403",
        "head-yaodu,      200, 403",
        "leader1,         200, 403",
        "auditor1,        200, 403",
        "safety-010,      403, 403",
        "principal-010,   403, 403"
    })
    void onlyOfficeAndAdministratorChangeWhatTheAuthoritiesRead(String user, int reads, int changes) {
        var browser = tables.at(user);

        assertThat(browser.page("/decisions").status()).isEqualTo(reads);
        assertThat(browser.page("/decisions/deadline").status()).isEqualTo(reads);
        assertThat(browser.get("/decisions/deadline/versions/1.dmn").status()).isEqualTo(reads);
        assertThat(browser.page("/decisions").body()).doesNotContain("name=\"file\"");
        var token = browser.tokenOf("/");
        assertThat(browser.form("/decisions/deadline/versions/1/again", "_csrf", token)
                        .status())
                .isEqualTo(changes);
        assertThat(browser.form(
                                "/decisions/drafts/00000000-0000-0000-0000-000000000000/confirm",
                                "_csrf",
                                token,
                                "reason",
                                "因为")
                        .status())
                .isEqualTo(changes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/decisions/mine",
                "/decisions/deadline/versions/99",
                "/decisions/deadline/versions/99.dmn",
                "/decisions/mine/shipped.dmn"
            })
    void whatThereIsNotIsNotFound(String path) {
        assertThat(tables.at("office1").page(path).status()).isEqualTo(404);
    }

    /** Nobody deploys anything else: neither by Camunda's API, whoever he is, nor by a right of his own. */
    @ParameterizedTest
    @ValueSource(strings = {"admin", "office1", "leader1", "inspector-yaodu", "safety-010"})
    void nobodyGetsATableIntoTheEngineByAnyOtherDoor(String user) {
        var browser = tables.at(user);
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("deadline")
                .latestVersion()
                .singleResult();

        for (var call : List.of(
                "POST deployment/create",
                "POST deployment/" + definition.getDeploymentId() + "/redeploy",
                "DELETE deployment/" + definition.getDeploymentId(),
                "PUT decision-definition/key/deadline/history-time-to-live",
                "POST decision-definition/key/deadline/evaluate",
                "POST decision-definition/" + definition.getId() + "/evaluate")) {
            var parts = call.split(" ", 2);
            assertThat(browser.camunda(parts[0], ENGINE + parts[1], "{}").status())
                    .as(call)
                    .isEqualTo(403);
        }
        assertThat(browser.camunda("POST", "/engine-rest/deployment/create", "{}")
                        .status())
                .isIn(403, 404);
        identity.setAuthentication(user, List.of(user.replaceAll("\\d", ""), "committee-office", "admin"));
        try {
            var deployment = repository
                    .createDeployment()
                    .addString("deadline.dmn", new String(versions.shippedFile("deadline"), StandardCharsets.UTF_8));
            assertThatThrownBy(deployment::deploy).isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The administrator sees no business data (7.1): how many cases differ, not which. */
    @Test
    void theAdministratorSeesNoNumbersOfCases() {
        county.todayIs("2026-09-21");
        var number = county.person("inspector-yaodu")
                .registers(county.aHazardAt(county.person("safety-010")).dueOn("2026-10-08"));
        var admin = tables.at("admin");
        var draft = Tables.draftOf(Tables.handsIn(
                admin, "deadline.dmn", tables.copy("deadline").output(1, 1, "4").file()));

        assertThat(admin.page(draft).body()).contains("会不同的在办隐患").doesNotContain(number.value());
        assertThat(tables.at("office1").page(draft).body()).contains(number.value());
        admin.form(draft + "/discard", "_csrf", admin.tokenOf("/decisions"));
    }
}
