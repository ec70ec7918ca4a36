package org.bihuan.engine;

import java.util.Objects;
import java.util.function.Predicate;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotAllowed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Everything people do to a case in the engine passes here, whichever way it comes: opening, taking and completing a task,
 * starting a case. Hands it to the forms and lets nothing else through.
 */
@Component
class WorkOfPeople {
    static final String ENTRY = "entry";

    private final ObjectProvider<TaskForm> taskForms;
    private final ObjectProvider<StartForm> startForms;
    private final Acting acting;
    private final OwnHand ownHand;
    private final StandIns standIns;
    private final CountyTime time;
    private final MessageSource words;
    private static final ThreadLocal<@Nullable Handed> HANDED_IN = new ThreadLocal<>();

    /** Fields of a form whose task completes next, in this thread. */
    private record Handed(DelegateTask task, VariableMap fields) {}

    WorkOfPeople(
            ObjectProvider<TaskForm> taskForms,
            ObjectProvider<StartForm> startForms,
            Acting acting,
            OwnHand ownHand,
            StandIns standIns,
            CountyTime time,
            MessageSource words) {
        this.taskForms = taskForms;
        this.startForms = startForms;
        this.acting = acting;
        this.ownHand = ownHand;
        this.standIns = standIns;
        this.time = time;
        this.words = words;
    }

    void opened(DelegateTask task) {
        // What told the gateways the way here is used up; so all that lies there at completion is what was submitted.
        forgetVariables(task.getExecution());
        formOf(task).opened(new TaskBeingOpened(task, words, standIns));
        if (task.getAssignee() != null) {
            ownHand.announce(new OwnHand.Assignment(task.getId(), task.getAssignee())); // the engine's next event
        }
    }

    /** A task changes hands: people may take what is free and give back what is theirs, nothing else. */
    void assigned(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee != null && ownHand.does(new OwnHand.Assignment(task.getId(), assignee))) {
            return;
        }
        if (assignee == null && ownHand.isAt(new OwnHand.Lending(task.getId()))) {
            return;
        }
        var person = acting.person();
        var before = assigneeBefore(task);
        if (before == null && isThatOf(person, assignee)) {
            formOf(task).claimed(task.getExecution().getProcessBusinessKey(), inWhosePlace(task, person));
        } else if (!(isThatOf(person, before) && assignee == null)) {
            throw new NotAllowed("CLAIM_FOR_OTHERS");
        } else if (task.getCandidates().isEmpty()) {
            throw new NotAllowed("TASK_HAS_NO_OTHER_HANDS"); // given back, nobody would see it any more
        }
    }

    /** Delegation would let a candidate store variables without completing anything. */
    void updated(DelegateTask task) {
        if (((TaskEntity) task).getDelegationState() != null) {
            throw new NotAllowed("NO_DELEGATION");
        }
    }

    void completed(DelegateTask task) {
        var person = acting.person();
        if (task.getAssignee() != null && !isThatOf(person, task.getAssignee())) {
            throw new NotAllowed("TASK_OF_A_COLLEAGUE");
        }
        var execution = task.getExecution();
        var form = new SubmittedForm(
                execution.getProcessBusinessKey(), task.getId(), inWhosePlace(task, person), fieldsOf(task));
        forgetVariables(execution);
        formOf(task).submitted(form);
        form.tellGateways(execution);
    }

    /** Keeps a form's fields from ever becoming variables, where they would mix with what the card shows. */
    void handIn(DelegateTask task, VariableMap fields) {
        HANDED_IN.set(new Handed(task, fields));
    }

    /** A start form: the form decides where the case begins, and nothing of it stays behind. */
    void startSubmitted(ExecutionEntity instance, VariableMap values) {
        var process = instance.getProcessDefinition().getKey();
        var form = startForms.stream()
                .filter(candidate -> candidate.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("START_BY_FORM_ONLY"));
        var submitted =
                new SubmittedForm("", "", acting.person(), new Fields(SubmittedForm.plain(values), time.zone()));
        var start = form.submitted(submitted);
        instance.setProcessBusinessKey(start.businessKey());
        instance.setVariable(ENTRY, start.entry().name());
        submitted.tellGateways(instance);
        ownHand.announce(new OwnHand.Start(start.businessKey())); // the engine's next event
    }

    void started(DelegateExecution instance) {
        var drawnInOurDiagram = instance.getSuperExecution() != null;
        if (!drawnInOurDiagram && !ownHand.does(new OwnHand.Start(String.valueOf(instance.getProcessBusinessKey())))) {
            throw new NotAllowed("START_BY_FORM_ONLY");
        }
    }

    /** A step may be that of somebody who is away: of whom the task lies with, or whose place among the leaders the person takes. */
    private static Person inWhosePlace(DelegateTask task, Person person) {
        var owner = task.getOwner();
        if (owner != null && isOffered(task, link -> person.id().value().equals(link.getUserId()))) {
            return person.inPlaceOf(PersonId.of(owner));
        }
        var unit = person.unit();
        return unit != null && isOffered(task, link -> unit.leadersGroup().equals(link.getGroupId()))
                ? person.as(Role.UNIT_LEADER)
                : person;
    }

    private static boolean isOffered(DelegateTask task, Predicate<IdentityLink> how) {
        return task.getCandidates().stream().anyMatch(how);
    }

    private Fields fieldsOf(DelegateTask task) {
        var handed = HANDED_IN.get();
        HANDED_IN.remove();
        var values = handed != null && handed.task() == task
                ? handed.fields()
                : task.getExecution().getVariablesTyped(false);
        return new Fields(SubmittedForm.plain(values), time.zone());
    }

    private TaskForm formOf(DelegateTask task) {
        return taskForms.stream()
                .filter(form -> form.task().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for task " + task.getTaskDefinitionKey()));
    }

    private static @Nullable String assigneeBefore(DelegateTask task) {
        var change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? task.getAssignee() : (String) change.getOrgValue();
    }

    private static boolean isThatOf(Person person, @Nullable String assignee) {
        return Objects.equals(person.id().value(), assignee);
    }

    private static void forgetVariables(DelegateExecution execution) {
        // A name may stand in more than one scope; each round takes away the nearest of each.
        while (!execution.getVariableNames().isEmpty()) {
            execution.removeVariables(execution.getVariableNames());
        }
    }
}
