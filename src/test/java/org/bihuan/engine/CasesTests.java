package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.IntStream;
import org.bihuan.CountyTest;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CountyTest
class CasesTests {
    @Autowired
    Cases cases;

    @Autowired
    Organisation organisation;

    @Autowired
    Proof.Memory memory;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    GroupsOfTheCounty groups;

    private final String key = Proof.freshKey();

    @AfterEach
    void nobodyActs() {
        identity.clearAuthentication();
    }

    @Test
    void aCaseStartsWhereItsEntrySays() {
        started(Proof.Entry.SECOND);

        assertThat(cases.openTask(key)).get().extracting(Cases.OpenTask::key).isEqualTo("proof-second");
        assertThat(cases.instanceOf(key)).isPresent();
    }

    @Test
    void anOpenedTaskCarriesWhatItsFormGaveIt() {
        started(Proof.Entry.FIRST);

        var task = task();
        assertThat(task.getName()).isEqualTo("第一步：短文字");
        assertThat(task.getDueDate().toInstant()).isEqualTo(Instant.parse("2031-05-01T15:59:59Z"));
        assertThat(task.getFollowUpDate().toInstant()).isEqualTo(Instant.parse("2031-04-28T16:00:00Z"));
        assertThat(task.getPriority()).isEqualTo(60);
        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsOnly(
                        Map.entry("hazardNumber", key), Map.entry("grade", "一般"), Map.entry("enterprise", "香隅化工"));
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
    }

    @Test
    void completingHandsTheFieldsToTheFormAndLeavesNothingButTheOutcome() {
        started(Proof.Entry.FIRST);

        cases.complete(
                key,
                "proof-first",
                Map.of("decision", "GO", "completedOn", "2026-09-24", "fundsYuan", 12L),
                inspector());

        assertThat(memory.of(key)).containsExactly("submitted by inspector-xiangyu grade none on 2026-09-24 for 12");
        assertThat(cases.openTask(key))
                .get()
                .extracting(Cases.OpenTask::assignee)
                .isEqualTo(PersonId.of("safety-001"));
        assertThat(runtime.getVariables(task().getProcessInstanceId())).isEmpty();
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void whatTheCardShowsIsNeverTakenForSubmitted() {
        started(Proof.Entry.FIRST);
        var task = task();

        as("inspector-xiangyu", () -> forms.submitTaskForm(task.getId(), Map.of("decision", "GO", "grade", "重大")));

        assertThat(memory.of(key)).containsExactly("submitted by inspector-xiangyu grade 重大");
    }

    @Test
    void smuggledVariablesChangeNothing() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        as(
                "inspector-xiangyu",
                () -> tasks.complete(
                        id,
                        Variables.createVariables()
                                .putValue("decision", "AGAIN")
                                .putValue("proofOutcome", "GO")
                                .putValue("entry", "SECOND")
                                .putValue("dueAt", new Date(0))
                                .putValue(
                                        "file",
                                        Variables.fileValue("x.txt")
                                                .file(new byte[] {1})
                                                .create())));

        assertThat(task().getTaskDefinitionKey()).isEqualTo("proof-first");
        assertThat(runtime.getVariables(task().getProcessInstanceId())).containsOnly();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task().getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    @Test
    void datesOfTheEngineAreUnderstood() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        as(
                "inspector-xiangyu",
                () -> tasks.complete(
                        id,
                        Map.of(
                                "decision",
                                "GO",
                                "completedOn",
                                Date.from(Instant.parse("2026-09-23T16:00:00Z")),
                                "fundsYuan",
                                5)));

        assertThat(memory.of(key)).containsExactly("submitted by inspector-xiangyu grade none on 2026-09-24 for 5");
    }

    @Test
    void aRefusalLeavesTheTaskAsItWas() {
        started(Proof.Entry.FIRST);
        var before = task();

        assertThatThrownBy(() ->
                        cases.complete(key, "proof-first", Map.of("decision", "GO", "grade", "refuse"), inspector()))
                .isInstanceOf(BusinessRuleViolated.class);
        assertThatThrownBy(() -> cases.complete(key, "proof-first", Map.of("fundsYuan", "-1"), inspector()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly("decision", "fundsYuan"));

        assertThat(task().getId()).isEqualTo(before.getId());
        assertThat(tasks.getVariablesLocal(before.getId())).hasSize(3);
        assertThat(memory.of(key)).isEmpty();
    }

    @Test
    void whoIsOfferedNoTaskFindsNoneToComplete() {
        started(Proof.Entry.FIRST);

        assertThatThrownBy(() -> cases.complete(key, "proof-first", Map.of("decision", "GO"), person("inspector-emb")))
                .isInstanceOfSatisfying(
                        Conflict.class, gone -> assertThat(gone.code()).isEqualTo("TASK_GONE"));
        assertThatThrownBy(() -> cases.complete(key, "proof-second", Map.of(), inspector()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> cases.complete("no-such-case", "proof-first", Map.of(), inspector()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void nobodyCompletesWithoutSayingWhoHeIs() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        assertThatThrownBy(() -> tasks.complete(id)).hasRootCauseInstanceOf(NotAllowed.class);
    }

    @Test
    void peopleTakeWhatIsFreeAndGiveBackTheirOwn() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        as("inspector-xiangyu", () -> tasks.claim(id, "inspector-xiangyu"));
        assertThat(memory.of(key)).containsExactly("claimed by inspector-xiangyu");

        as("inspector-xiangyu", () -> tasks.claim(id, null));
        assertThat(task().getAssignee()).isNull();
    }

    @Test
    void nobodyTakesOrGivesATaskForSomebodyElse() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        assertThatThrownBy(() -> as("inspector-xiangyu", () -> tasks.claim(id, "head-xiangyu")))
                .hasRootCauseInstanceOf(NotAllowed.class);
        as("inspector-xiangyu", () -> tasks.claim(id, "inspector-xiangyu"));
        assertThatThrownBy(() -> as("head-xiangyu", () -> tasks.claim(id, null)))
                .hasRootCauseInstanceOf(NotAllowed.class);

        assertThat(task().getAssignee()).isEqualTo("inspector-xiangyu");
    }

    @Test
    void aTaskWithoutOtherHandsIsNotGivenBack() {
        started(Proof.Entry.SECOND);
        var id = task().getId();

        assertThatThrownBy(() -> as("safety-001", () -> tasks.claim(id, null)))
                .hasRootCauseInstanceOf(NotAllowed.class);
    }

    @Test
    void aColleaguesTaskIsNotCompleted() {
        started(Proof.Entry.FIRST);
        var id = task().getId();
        as("inspector-xiangyu", () -> tasks.claim(id, "inspector-xiangyu"));

        assertThatThrownBy(() -> cases.complete(key, "proof-first", Map.of("decision", "GO"), person("head-xiangyu")))
                .isInstanceOfSatisfying(
                        NotAllowed.class, no -> assertThat(no.code()).isEqualTo("TASK_OF_A_COLLEAGUE"));

        assertThat(task().getAssignee()).isEqualTo("inspector-xiangyu");
    }

    @Test
    void noCandidateStoresVariablesByResolving() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        assertThatThrownBy(() -> as("inspector-xiangyu", () -> tasks.resolveTask(id, Map.of("verdict", "QUALIFIED"))))
                .hasRootCauseInstanceOf(NotAllowed.class);

        assertThat(runtime.getVariables(task().getProcessInstanceId())).isEmpty();
    }

    @Test
    void aTaskIsReassignedWithItsRights() {
        started(Proof.Entry.SECOND);

        cases.reassign(key, PersonId.of("principal-001"));

        assertThat(task().getAssignee()).isEqualTo("principal-001");
        assertThatThrownBy(() -> cases.complete(key, "proof-second", Map.of(), person("safety-001")))
                .isInstanceOf(Conflict.class);
        cases.complete(key, "proof-second", Map.of(), person("principal-001"));
        assertThat(cases.instanceOf(key)).isEmpty();
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey(Proof.PROCESS)
                        .list())
                .noneMatch(job -> job.getProcessInstanceId().equals(key));
    }

    @Test
    void aStartFromOutsideGoesThroughTheStartForm() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Proof.PROCESS)
                .latestVersion()
                .singleResult();

        as(
                "office1",
                () -> forms.submitStartForm(
                        definition.getId(), "FORGED", Map.of("number", key, "entry", "SECOND", "proofOutcome", "GO")));

        assertThat(cases.openTask(key)).get().extracting(Cases.OpenTask::key).isEqualTo("proof-first");
        assertThat(cases.instanceOf("FORGED")).isEmpty();
        assertThat(runtime.getVariables(task().getProcessInstanceId())).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isOne();
    }

    @Test
    void noOtherStartFromOutsideGoesThrough() {
        as("office1", () -> {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey(Proof.PROCESS, key))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> runtime.createProcessInstanceByKey(Proof.PROCESS)
                            .businessKey(key)
                            .startBeforeActivity("proof-second")
                            .execute(true, true))
                    .isInstanceOf(NotAllowed.class);
        });
        // Not even with every right, when there is no form.
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("engine-proof-closed", key))
                .isInstanceOf(NotAllowed.class);
        var closed = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("engine-proof-closed")
                .latestVersion()
                .singleResult();
        assertThatThrownBy(() -> forms.submitStartForm(closed.getId(), Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThat(cases.instanceOf(key)).isEmpty();
    }

    @Test
    void aCaseHearsTheMessagesItWaitsFor() {
        started(Proof.Entry.SECOND);

        cases.tell(key, "proof-recalled");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("proof-first");
        assertThatThrownBy(() -> cases.tell(key, "proof-recalled"))
                .isInstanceOfSatisfying(
                        Conflict.class, moved -> assertThat(moved.code()).isEqualTo("CASE_MOVED_ON"));
    }

    @Test
    void aSideTaskIsNotTheStepOfTheMainPath() {
        started(Proof.Entry.FIRST);
        cases.tell(key, "proof-side-wanted");

        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).count())
                .isEqualTo(2);
        assertThat(cases.openTask(key)).get().extracting(Cases.OpenTask::key).isEqualTo("proof-first");
        cases.complete(key, "proof-side", Map.of(), person("office1"));
    }

    @Test
    void theOneTimerMovesAndFiresOn() {
        started(Proof.Entry.FIRST);

        cases.moveTimer(key, Instant.parse("2030-01-02T03:04:05Z"));

        var instance = cases.instanceOf(key).orElseThrow();
        var timer = management.createJobQuery().processInstanceId(instance).singleResult();
        assertThat(timer.getDuedate().toInstant()).isEqualTo(Instant.parse("2030-01-02T03:04:05Z"));
        management.executeJob(timer.getId());
        assertThat(memory.of(key)).containsExactly("watched");
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(Proof.TIMER);
    }

    @Test
    void anIncidentStandsUntilItIsResolved() {
        started(Proof.Entry.FIRST);
        var task = cases.openTask(key).orElseThrow();

        var incident = cases.raiseIncident("overdue", task.executionId(), key, "逾期1个工作日");

        assertThat(runtime.createIncidentQuery()
                        .incidentId(incident)
                        .singleResult()
                        .getActivityId())
                .isEqualTo("proof-first");
        cases.resolveIncident(incident);
        cases.resolveIncident(incident);
        assertThat(runtime.createIncidentQuery().incidentId(incident).count()).isZero();
    }

    /** A case with two overdue clocks must not lose the red of one when the other stops. */
    @Test
    void anIncidentEndsAloneWhereTwoStandOnOneStep() {
        started(Proof.Entry.FIRST);
        var step = cases.openTask(key).orElseThrow().executionId();
        var accept = cases.raiseIncident("overdue", step, key + " ACCEPT", "签收逾期1个工作日");
        var rectify = cases.raiseIncident("overdue", step, key + " RECTIFY", "整改逾期1个工作日");

        cases.resolveIncident(accept);

        assertThat(runtime.createIncidentQuery().incidentId(rectify).count()).isOne();
        cases.resolveIncident(rectify); // the county's healer would wonder
    }

    @Test
    void manyCasesStartAtOnce() {
        var starts = IntStream.range(0, 450)
                .mapToObj(n -> new CaseStart(key + "-" + n, Proof.Entry.FIRST))
                .toList();

        cases.startAll(Proof.PROCESS, starts);

        assertThat(cases.openTasks(starts.stream().map(CaseStart::businessKey).toList()))
                .hasSize(450);
    }

    @Test
    void aPersonMaySeeOnlyTheOwnTasksThroughTheEngine() {
        started(Proof.Entry.FIRST);
        var id = task().getId();

        as("inspector-emb", () -> {
            assertThat(tasks.createTaskQuery().taskId(id).list()).isEmpty();
            assertThatThrownBy(() -> tasks.setDueDate(id, new Date())).isInstanceOf(AuthorizationException.class);
        });
        as("inspector-xiangyu", () -> {
            assertThat(tasks.createTaskQuery().taskId(id).list()).hasSize(1);
            assertThatThrownBy(() -> tasks.setDueDate(id, new Date())).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> tasks.setVariableLocal(id, "grade", "x"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> tasks.setAssignee(id, "inspector-xiangyu"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> tasks.addCandidateGroup(id, "emb")).isInstanceOf(AuthorizationException.class);
        });
    }

    private void started(Proof.Entry entry) {
        cases.start(Proof.PROCESS, new CaseStart(key, entry));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private Person inspector() {
        return person("inspector-xiangyu");
    }

    private Person person(String id) {
        return organisation.person(PersonId.of(id)).orElseThrow();
    }

    private void as(String id, Runnable step) {
        identity.setAuthentication(id, groups.of(person(id)));
        try {
            step.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
