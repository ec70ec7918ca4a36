package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people reach through Camunda's own web API, where Tasklist talks to the engine without us. */
@CountyTest
class CamundaApiTests {
    private static final String API = "/camunda/api/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    Cases cases;

    @Autowired
    Organisation organisation;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    Proof.Memory memory;

    private final ObjectMapper json = new ObjectMapper();
    private final String key = Proof.freshKey();

    @Test
    void aFormSubmittedInTasklistReachesItsUseCase() {
        started(Proof.Entry.FIRST);

        var answer =
                submit(as("inspector-xiangyu"), "submit-form", Map.of("decision", "GO", "completedOn", "2026-09-24"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(memory.of(key)).containsExactly("submitted by inspector-xiangyu grade none on 2026-09-24");
    }

    @Test
    void aBrokenRuleReachesThePersonAsItsChineseSentence() {
        started(Proof.Entry.FIRST);
        var before = task().getId();

        for (var way : List.of("submit-form", "complete")) {
            var answer = submit(as("inspector-xiangyu"), way, Map.of("decision", "GO", "grade", "refuse"));

            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(read(answer).get("type").asText()).isEqualTo("ROUND_HAS_NEW_PROOF");
            assertThat(read(answer).get("message").asText()).isEqualTo("第42轮整改还没有新上传的照片，请上传后再申报。");
        }
        assertThat(task().getId()).isEqualTo(before);
        assertThat(memory.of(key)).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamedOnALineOfItsOwn() {
        started(Proof.Entry.FIRST);

        var answer =
                submit(as("inspector-xiangyu"), "submit-form", Map.of("fundsYuan", "-1", "completedOn", "gestern"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(read(answer).get("message").asText().lines()).hasSize(3);
        assertThat(read(answer).get("errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactlyInAnyOrder("decision", "completedOn", "fundsYuan");
    }

    @Test
    void valuesThatAreNoFieldsAreRefusedOrDroppedAndNeverStored() {
        started(Proof.Entry.FIRST);
        var inspector = as("inspector-xiangyu");

        var file = inspector.camunda(
                "POST",
                API + "task/" + task().getId() + "/submit-form",
                "{\"variables\":{\"decision\":{\"type\":\"File\",\"value\":\"eA==\",\"valueInfo\":{\"filename\":\"x\"}}}}");
        var object = inspector.camunda(
                "POST",
                API + "task/" + task().getId() + "/submit-form",
                "{\"variables\":{\"decision\":{\"type\":\"Object\",\"value\":\"rO0ABXg=\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}");

        assertThat(file.status()).isEqualTo(400);
        assertThat(object.status()).isBetween(400, 499);
        assertThat(runtime.getVariables(task().getProcessInstanceId())).isEmpty();
    }

    @Test
    void smuggledVariablesChangeNothing() {
        started(Proof.Entry.FIRST);

        var answer = submit(
                as("inspector-xiangyu"),
                "complete",
                Map.of(
                        "decision",
                        "AGAIN",
                        "proofOutcome",
                        "GO",
                        "entry",
                        "SECOND",
                        "severity",
                        "x",
                        "verdict",
                        "QUALIFIED"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("proof-first");
        assertThat(runtime.getVariables(task().getProcessInstanceId())).isEmpty();
    }

    @Test
    void peopleClaimForThemselvesAndForNobodyElse() {
        started(Proof.Entry.FIRST);
        var claim = API + "task/" + task().getId() + "/claim";

        var forAColleague = as("inspector-xiangyu").camunda("POST", claim, "{\"userId\":\"head-xiangyu\"}");
        var forHimself = as("inspector-xiangyu").camunda("POST", claim, "{\"userId\":\"inspector-xiangyu\"}");
        var tooLate = as("head-xiangyu").camunda("POST", claim, "{\"userId\":\"head-xiangyu\"}");
        var takenAway = as("head-xiangyu").camunda("POST", API + "task/" + task().getId() + "/unclaim", "");

        assertThat(forAColleague.status()).isEqualTo(403);
        assertThat(forAColleague.body()).contains("任务只能由本人领取");
        assertThat(forHimself.status()).isEqualTo(204);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(takenAway.status()).isEqualTo(403);
        assertThat(task().getAssignee()).isEqualTo("inspector-xiangyu");
    }

    @Test
    void aColleaguesTaskIsNotCompleted() {
        started(Proof.Entry.FIRST);
        as("inspector-xiangyu")
                .camunda("POST", API + "task/" + task().getId() + "/claim", "{\"userId\":\"inspector-xiangyu\"}");

        var answer = submit(as("head-xiangyu"), "submit-form", Map.of("decision", "GO"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(read(answer).get("type").asText()).isEqualTo("TASK_OF_A_COLLEAGUE");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("proof-first");
    }

    @Test
    void theSecondOfTwoClicksHearsThatItIsDone() {
        started(Proof.Entry.FIRST);
        var way = API + "task/" + task().getId() + "/submit-form";
        var body = "{\"variables\":{\"decision\":{\"value\":\"GO\"}}}";
        var inspector = as("inspector-xiangyu");

        assertThat(inspector.camunda("POST", way, body).status()).isEqualTo(204);
        var second = inspector.camunda("POST", way, body);

        assertThat(second.status()).as(second.body()).isEqualTo(409);
        assertThat(second.body()).contains("该任务已由他人办理");
    }

    @Test
    void aCaseBeginsFromTheStartFormOnlyAndOnlyForThoseWhoMayRegister() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Proof.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        var form = "{\"businessKey\":\"FORGED\",\"variables\":{\"number\":{\"value\":\"" + key
                + "\"},\"entry\":{\"value\":\"SECOND\"}}}";

        assertThat(as("expert1")
                        .camunda("POST", API + "process-definition/" + definition + "/submit-form", form)
                        .status())
                .isEqualTo(403);
        assertThat(as("admin")
                        .camunda("POST", API + "process-definition/key/" + Proof.PROCESS + "/submit-form", form)
                        .status())
                .isEqualTo(403);
        assertThat(as("safety-001")
                        .camunda("POST", API + "process-definition/" + definition + "/submit-form", form)
                        .status())
                .isEqualTo(200);

        assertThat(cases.openTask(key)).get().extracting(Cases.OpenTask::key).isEqualTo("proof-first");
        assertThat(cases.instanceOf("FORGED")).isEmpty();
    }

    @Test
    void aPersonOfAnotherUnitSeesNothingThroughAnyList() {
        started(Proof.Entry.FIRST);
        var instance = task().getProcessInstanceId();
        var stranger = as("inspector-housing");

        for (var list : Stream.of("task", "process-instance", "variable-instance", "execution", "identity-link")
                .toList()) {
            var answer = stranger.get(API + list + "?maxResults=500");
            assertThat(answer.body()).as(list).doesNotContain(key, instance, task().getId());
        }
        assertThat(stranger.get(API + "task/" + task().getId()).status()).isIn(403, 404);
        assertThat(stranger.get(API + "task/" + task().getId() + "/form-variables")
                        .status())
                .isIn(403, 404);
        assertThat(stranger.get(API + "process-instance/" + instance).status()).isIn(403, 404);
        assertThat(stranger.get(API + "process-instance/" + instance + "/variables")
                        .status())
                .isIn(403, 404);
        assertThat(stranger.get(API + "process-instance/" + instance + "/activity-instances")
                        .status())
                .isIn(403, 404);
        assertThat(stranger.get(API + "user").body())
                .contains("inspector-housing")
                .doesNotContain("inspector-xiangyu");
        assertThat(stranger.get(API + "group?maxResults=500").body())
                .contains("\"housing\"")
                .doesNotContain("\"xiangyu\"", "ent-");
        assertThat(stranger.get(API + "authorization").body()).isEqualTo("[]");
    }

    @Test
    void supervisorsReadEveryCaseAndBreakNone() {
        started(Proof.Entry.FIRST);
        var instance = task().getProcessInstanceId();
        var office = as("office1");

        assertThat(office.get(API + "process-instance/" + instance).status()).isEqualTo(200);
        assertThat(office.get(API + "task/" + task().getId()).status()).isEqualTo(200);
        assertThat(submit(office, "complete", Map.of("decision", "GO")).status())
                .isEqualTo(403);
        assertThat(office.camunda("DELETE", API + "process-instance/" + instance, "")
                        .status())
                .isEqualTo(403);
        assertThat(office.camunda("PUT", API + "task/" + task().getId(), "{\"due\":\"2040-01-01T00:00:00.000+0000\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("admin").get(API + "process-instance/" + instance).status())
                .isIn(403, 404);
    }

    @Test
    void theCardShowsNumberEnterpriseAndGradeToThoseWhoseTaskItIs() {
        started(Proof.Entry.FIRST);
        var inspector = as("inspector-xiangyu");
        var filters = read(inspector.get(API + "filter?resourceType=Task"));
        assertThat(filters)
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder("我的待办", "本单位待领", "三日内到期", "已逾期", "待我验收");
        var offered = Stream.iterate(0, n -> n < filters.size(), n -> n + 1)
                .map(filters::get)
                .filter(filter -> filter.get("name").asText().equals("本单位待领"))
                .findFirst()
                .orElseThrow();

        var list = inspector.camunda("GET", API + "filter/" + offered.get("id").asText() + "/list?maxResults=500", "");

        assertThat(list.body()).contains(task().getId());
        var shown = inspector
                .get(API + "task/" + task().getId() + "/localVariables")
                .body();
        assertThat(shown).contains(key, "香隅化工", "一般");
    }

    private void started(Proof.Entry entry) {
        cases.start(Proof.PROCESS, new CaseStart(key, entry));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private Browser as(String user) {
        assertThat(organisation.person(PersonId.of(user))).isPresent();
        return Surfing.as(user, port, credentials);
    }

    private Browser.Answer submit(Browser browser, String way, Map<String, String> fields) {
        var variables = json.createObjectNode();
        fields.forEach((name, value) -> variables.putObject(name).put("value", value));
        return browser.camunda(
                "POST",
                API + "task/" + task().getId() + "/" + way,
                json.createObjectNode().set("variables", variables).toString());
    }

    private JsonNode read(Browser.Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer.toString(), broken);
        }
    }
}
