package org.bihuan.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * {@link Decisions} on the engine's DMN. The version in force is looked up once: tables are deployed when a node starts, so a
 * node keeps the tables its code was built with.
 */
@Component
class CamundaDecisions implements Decisions {
    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Acting acting;
    private final Map<String, String> inForce = new ConcurrentHashMap<>();

    CamundaDecisions(DecisionService decisions, RepositoryService repository, Acting acting) {
        this.decisions = decisions;
        this.repository = repository;
        this.acting = acting;
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
        return acting.asNobody(() -> decisions
                .evaluateDecisionById(inForce.computeIfAbsent(decision, this::latest))
                .variables(new HashMap<>(inputs))
                .evaluate()
                .stream()
                .map(row -> row.getEntryMap())
                .toList());
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        var rows = rows(decision, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + decision + " hit for " + inputs);
        }
        return rows.get(0);
    }

    private String latest(String decision) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no decision " + decision);
        }
        return definition.getId();
    }
}
