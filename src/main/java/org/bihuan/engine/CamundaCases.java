package org.bihuan.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.Conflict;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Cases} on Camunda 7. */
@Component
@Transactional
class CamundaCases implements Cases {
    private static final int CHUNK = 200;
    private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final ManagementService management;
    private final CommandExecutor commands;
    private final EngineRows rows;
    private final MainPath mainPath;
    private final GroupsOfTheCounty groups;
    private final Acting acting;
    private final OwnHand ownHand;
    private final LentTasks lent;

    CamundaCases(
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            CommandExecutor commands,
            EngineRows rows,
            MainPath mainPath,
            GroupsOfTheCounty groups,
            Acting acting,
            OwnHand ownHand,
            LentTasks lent) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.management = management;
        this.commands = commands;
        this.rows = rows;
        this.mainPath = mainPath;
        this.groups = groups;
        this.acting = acting;
        this.ownHand = ownHand;
        this.lent = lent;
    }

    @Override
    public void start(String process, CaseStart start) {
        Map<String, Object> entry = Map.of(WorkOfPeople.ENTRY, start.entry().name());
        byOurselves(() -> ownHand.during(
                new OwnHand.Start(start.businessKey()),
                () -> runtime.startProcessInstanceByKey(process, start.businessKey(), entry)));
    }

    @Override
    public void startAll(String process, List<CaseStart> starts) {
        for (int from = 0; from < starts.size(); from += CHUNK) {
            var chunk = starts.subList(from, Math.min(starts.size(), from + CHUNK));
            // One command, so that the engine writes the rows of the whole chunk in batches.
            commands.execute(context -> {
                chunk.forEach(start -> start(process, start));
                return null;
            });
        }
    }

    @Override
    public void complete(String businessKey, String task, Map<String, ?> fields, Person by) {
        var open = openTaskOf(businessKey, task, by);
        var mine = groups.of(by);
        try {
            acting.asPerson(by, mine, () -> forms.submitTaskForm(open.id(), new HashMap<>(fields)));
        } catch (AuthorizationException notOffered) {
            throw new Conflict("TASK_GONE");
        } catch (RuntimeException failure) {
            if (Causes.refusal(failure).isEmpty() && Causes.lostRace(failure)) {
                throw new Conflict("TASK_GONE");
            }
            throw Causes.refusal(failure).orElse(failure);
        }
    }

    @Override
    public void tell(String businessKey, String message) {
        byOurselves(() -> {
            var waiting = waitingFor(businessKey, message);
            if (waiting.isEmpty()) {
                throw new Conflict("CASE_MOVED_ON");
            }
            runtime.messageEventReceived(message, waiting.get(0).getId());
        });
    }

    @Override
    public void tellAll(String businessKey, String message) {
        byOurselves(() -> waitingFor(businessKey, message)
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId())));
    }

    private List<Execution> waitingFor(String businessKey, String message) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTask> openTask(String businessKey) {
        return Optional.ofNullable(openTasks(List.of(businessKey)).get(businessKey));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTask> taskFor(String businessKey, Person person) {
        return rows.openTasks(List.of(businessKey)).stream()
                .map(EngineRows.TaskRow::asOpenTask)
                .filter(task -> taskInCase(task.id(), person).isPresent())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, OpenTask> openTasks(Collection<String> businessKeys) {
        Map<String, OpenTask> open = new HashMap<>();
        rows.openTasks(businessKeys).stream()
                .filter(mainPath::holds)
                .forEach(task -> open.putIfAbsent(task.businessKey(), task.asOpenTask()));
        return open;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TaskInCase> taskInCase(String taskId, Person reader) {
        if (!TASK_ID.matcher(taskId).matches()) {
            return Optional.empty();
        }
        var seen = acting.askAsPerson(
                reader,
                groups.of(reader),
                () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        return Optional.ofNullable(seen)
                .flatMap(task -> rows.businessKey(task.getProcessInstanceId())
                        .map(number -> new TaskInCase(number, task.getTaskDefinitionKey())));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, TaskInCase> tasksInCases(Collection<String> taskIds, Person reader) {
        var asked = taskIds.stream().filter(id -> TASK_ID.matcher(id).matches()).toArray(String[]::new);
        if (asked.length == 0) {
            return Map.of();
        }
        var seen = acting.askAsPerson(
                reader,
                groups.of(reader),
                () -> tasks.createTaskQuery().taskIdIn(asked).list());
        var numbers = rows.businessKeys(
                seen.stream().map(task -> task.getProcessInstanceId()).toList());
        var found = new HashMap<String, TaskInCase>();
        for (var task : seen) {
            var number = numbers.get(task.getProcessInstanceId());
            if (number != null) {
                found.put(task.getId(), new TaskInCase(number, task.getTaskDefinitionKey()));
            }
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> instanceOf(String businessKey) {
        return rows.instance(businessKey);
    }

    @Override
    public void reassign(String businessKey, PersonId to) {
        var task = openTask(businessKey).orElseThrow(() -> new Conflict("TASK_GONE"));
        byOurselves(() -> {
            lent.takeBack(task.id());
            ownHand.during(
                    new OwnHand.Assignment(task.id(), to.value()), () -> tasks.setAssignee(task.id(), to.value()));
        });
        if (task.assignee() != null && !task.assignee().equals(to)) {
            lent.withdrawRights(task.id(), task.assignee());
        }
        lent.align(businessKey);
    }

    @Override
    public void giveTask(String taskId, PersonId from, PersonId to) {
        byOurselves(() -> {
            lent.takeBack(taskId);
            ownHand.during(new OwnHand.Assignment(taskId, to.value()), () -> tasks.setAssignee(taskId, to.value()));
        });
        lent.withdrawRights(taskId, from);
    }

    @Override
    public void putBack(String taskId, PersonId from) {
        byOurselves(() -> {
            lent.takeBack(taskId);
            ownHand.during(new OwnHand.Lending(taskId), () -> tasks.setAssignee(taskId, null));
        });
        lent.withdrawRights(taskId, from);
    }

    @Override
    public void moveTimer(String businessKey, Instant to) {
        var firing = jobBeingExecuted();
        for (var timer : rows.timers(businessKey)) {
            if (!timer.equals(firing)) { // one that fires now is gone with this transaction; who fires it arms the next
                byOurselves(() -> management.setJobDuedate(timer, Date.from(to)));
            }
        }
    }

    @Override
    public void date(String businessKey, String task, Instant due, Instant followUp) {
        rows.openTasks(List.of(businessKey)).stream()
                .filter(row -> row.key().equals(task))
                .forEach(row -> dateTask(row.id(), due, followUp));
    }

    @Override
    public void dateTask(String taskId, Instant due, Instant followUp) {
        byOurselves(() -> {
            var open = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (open != null) {
                open.setDueDate(Date.from(due));
                open.setFollowUpDate(Date.from(followUp));
                tasks.saveTask(open);
            }
        });
    }

    @Override
    public void followUp(List<FollowUp> dates) {
        if (!dates.isEmpty()) {
            rows.followUp(dates);
        }
    }

    @Override
    public void enterAnew(String businessKey, String activity) {
        rows.instance(businessKey)
                .ifPresent(instance -> byOurselves(() -> runtime.createProcessInstanceModification(instance)
                        .cancelAllForActivity(activity)
                        .startBeforeActivity(activity)
                        .execute()));
    }

    @Override
    public void openTaskAnew(String taskId) {
        byOurselves(() -> {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                return;
            }
            var instance = task.getProcessInstanceId();
            var step = ((ExecutionEntity) runtime.createExecutionQuery()
                            .executionId(task.getExecutionId())
                            .singleResult())
                    .getActivityInstanceId();
            runtime.createProcessInstanceModification(instance)
                    .cancelActivityInstance(step)
                    .startBeforeActivity(
                            task.getTaskDefinitionKey(), instance) // in a scope of its own beside the others
                    .execute();
        });
    }

    @Override
    public void goTo(String businessKey, String activity) {
        var from = openTask(businessKey).orElseThrow(() -> new Conflict("TASK_GONE"));
        var instance = rows.instance(businessKey).orElseThrow(() -> new Conflict("TASK_GONE"));
        byOurselves(() -> runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity(from.key())
                .startBeforeActivity(activity)
                .execute());
    }

    @Override
    public int reviveDeadJobs(int atMost) {
        var dead = rows.deadJobs(atMost);
        if (!dead.isEmpty()) {
            byOurselves(() -> management.setJobRetries(dead, 1));
        }
        return dead.size();
    }

    @Override
    public String raiseIncident(String type, String executionId, String subject, String message) {
        return byOurselves(() ->
                runtime.createIncident(type, executionId, subject, message).getId());
    }

    @Override
    public List<String> raiseIncidents(String type, List<Incident> incidents) {
        // One command, so that the engine writes the rows of all of them in batches.
        return commands.execute(context -> incidents.stream()
                .map(incident -> raiseIncident(type, incident.executionId(), incident.subject(), incident.message()))
                .toList());
    }

    @Override
    public void resolveIncident(String incidentId) {
        if (rows.hasIncident(incidentId)) {
            byOurselves(() -> runtime.resolveIncident(incidentId));
        }
    }

    private void byOurselves(Runnable step) {
        byOurselves(() -> {
            step.run();
            return "";
        });
    }

    /** With the engine's own rights; a refusal of one of our forms comes out as itself. */
    private <T> T byOurselves(Supplier<T> step) {
        try {
            return acting.asNobody(step);
        } catch (ProcessEngineException wrapped) {
            throw Causes.refusal(wrapped).orElse(wrapped);
        }
    }

    private EngineRows.TaskRow openTaskOf(String businessKey, String task, Person by) {
        var open = rows.openTasks(List.of(businessKey)).stream()
                .filter(row -> row.key().equals(task))
                .toList();
        return open.stream()
                .filter(row -> open.size() == 1 || taskInCase(row.id(), by).isPresent())
                .findFirst()
                .orElseThrow(() -> new Conflict("TASK_GONE"));
    }

    private static @Nullable String jobBeingExecuted() {
        var jobs = Context.getJobExecutorContext();
        return jobs == null || jobs.getCurrentJob() == null
                ? null
                : jobs.getCurrentJob().getId();
    }
}
