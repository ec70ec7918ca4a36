package org.bihuan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bihuan.hazard.HazardNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Where the tokens of each case went: every node and flow of every process is watched in the application under test. What was
 * rolled back left no print.
 */
public class Footprints extends AbstractProcessEnginePlugin {
    private final Map<String, List<String>> byCase = new ConcurrentHashMap<>();

    /** Nodes and flows of the case by their ids, in the order in which they were trodden. */
    public List<String> of(HazardNumber number) {
        return List.copyOf(byCase.getOrDefault(number.value(), List.of()));
    }

    /** All that these cases have trodden together. */
    public Set<String> of(Collection<HazardNumber> numbers) {
        return numbers.stream().flatMap(number -> of(number).stream()).collect(Collectors.toSet());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreBPMNParseListeners(List.of(new Watching()));
    }

    private final class Watching extends AbstractBpmnParseListener {
        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            watch(process);
        }

        private void watch(ScopeImpl scope) {
            for (ActivityImpl node : scope.getActivities()) {
                node.addListener(ExecutionListener.EVENTNAME_START, printing(node.getId()));
                node.getOutgoingTransitions().stream()
                        .map(TransitionImpl.class::cast)
                        .forEach(flow -> flow.addListener(ExecutionListener.EVENTNAME_TAKE, printing(flow.getId())));
                watch(node);
            }
        }
    }

    private ExecutionListener printing(String where) {
        return step -> trodden(step, where);
    }

    private void trodden(DelegateExecution step, String where) {
        var number = String.valueOf(step.getProcessBusinessKey());
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED,
                        committed -> byCase.computeIfAbsent(number, fresh -> new CopyOnWriteArrayList<>())
                                .add(where));
    }
}
