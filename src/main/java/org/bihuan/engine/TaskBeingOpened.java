package org.bihuan.engine;

import java.time.Instant;
import java.util.Date;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** A task in its create event, as its form sees it. */
final class TaskBeingOpened implements OpenedTask {
    /** What every card shows: the number of the hazard, which the engine's card itself does not have. */
    static final String NUMBER = "hazardNumber";

    private static final int LONGEST_TEXT = 40;
    private static final int LONGEST_SHOWN = 255;

    private final DelegateTask task;
    private final MessageSource words;
    private final StandIns standIns;

    TaskBeingOpened(DelegateTask task, MessageSource words, StandIns standIns) {
        this.task = task;
        this.standIns = standIns;
        this.words = words;
        show(NUMBER, businessKey());
    }

    @Override
    public String id() {
        return task.getId();
    }

    @Override
    public String businessKey() {
        return task.getExecution().getProcessBusinessKey();
    }

    @Override
    public String executionId() {
        return task.getExecutionId();
    }

    @Override
    public void nameAfter(String text) {
        Object[] parts = {task.getName(), cut(text.strip(), LONGEST_TEXT)};
        task.setName(words.getMessage("task.name", parts, LocaleContextHolder.getLocale()));
    }

    @Override
    public void assignTo(PersonId person) {
        var workers = standIns.workersFor(person);
        if (workers.isEmpty()) {
            task.setAssignee(person.value());
        } else {
            task.setOwner(person.value());
            LentTasks.handsFor(person, workers).forEach(task::addCandidateUser);
        }
    }

    @Override
    public void offerTo(String group) {
        task.addCandidateGroup(group);
    }

    @Override
    public void dates(@Nullable Instant due, @Nullable Instant followUp, int priority) {
        task.setDueDate(due == null ? null : Date.from(due));
        task.setFollowUpDate(followUp == null ? null : Date.from(followUp));
        task.setPriority(priority);
    }

    @Override
    public void show(String name, String value) {
        task.setVariableLocal(name, cut(value, LONGEST_SHOWN));
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
