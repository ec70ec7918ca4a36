package org.bihuan.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * Hangs {@link WorkOfPeople} on every user task and every start of every process that is deployed, so that no diagram has to
 * remember it. Built-in listeners: the wish to skip listeners does not skip these.
 */
@Component
class EveryProcess extends AbstractBpmnParseListener {
    private final WorkOfPeople work;

    EveryProcess(WorkOfPeople work) {
        this.work = work;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        ExecutionListener gate = work::started;
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, gate, 0);
        if (process.getStartFormHandler() != null) {
            process.setStartFormHandler(new StartForms(process.getStartFormHandler()));
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, work::opened);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, work::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, work::updated);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, work::completed);
        task.setTaskFormHandler(new TaskForms(task.getTaskFormHandler()));
    }

    /** The engine's handler, but the fields go to the form instead of becoming variables. */
    private final class TaskForms implements TaskFormHandler {
        private final TaskFormHandler engines;

        TaskForms(TaskFormHandler engines) {
            this.engines = engines;
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return engines.createTaskForm(task);
        }

        @Override
        public void submitFormVariables(VariableMap fields, VariableScope task) {
            work.handIn((TaskEntity) task, fields);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            // parsed by the engine's handler before this one took its place
        }
    }

    /** As {@link TaskForms}, for the form that begins a case. */
    private final class StartForms implements StartFormHandler {
        private final StartFormHandler engines;

        StartForms(StartFormHandler engines) {
            this.engines = engines;
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity process) {
            return engines.createStartFormData(process);
        }

        @Override
        public void submitFormVariables(VariableMap fields, VariableScope instance) {
            work.startSubmitted((ExecutionEntity) instance, fields);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            // parsed by the engine's handler before this one took its place
        }
    }
}
