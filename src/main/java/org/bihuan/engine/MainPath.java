package org.bihuan.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Which user tasks of a diagram are steps of its main path: those drawn on the process itself. What lies in a sub-process
 * (supervision, extension, voiding) stands beside it.
 */
@Component
class MainPath {
    private final RepositoryService repository;
    private final Acting acting;
    private final Map<String, Set<String>> stepsByDefinition = new ConcurrentHashMap<>();

    MainPath(RepositoryService repository, Acting acting) {
        this.repository = repository;
        this.acting = acting;
    }

    boolean holds(EngineRows.TaskRow task) {
        return stepsByDefinition
                .computeIfAbsent(task.definition(), this::stepsOf)
                .contains(task.key());
    }

    private Set<String> stepsOf(String definition) {
        return acting
                .asNobody(() -> repository.getBpmnModelInstance(definition))
                .getModelElementsByType(UserTask.class)
                .stream()
                .filter(task -> task.getParentElement() instanceof Process)
                .map(UserTask::getId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
