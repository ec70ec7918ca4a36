package org.bihuan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * {@link Decisions} on the engine's DMN. The version in force is read once: tables are deployed when a node starts, so a node
 * keeps the tables its code was built with. They are evaluated outside of the process engine, which would look its row up twice
 * an answer and knows beans that no table may call.
 */
@Component
class CamundaDecisions implements Decisions {
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final RepositoryService repository;
    private final Acting acting;
    private final Map<String, DmnDecision> inForce = new ConcurrentHashMap<>();

    CamundaDecisions(RepositoryService repository, Acting acting) {
        this.repository = repository;
        this.acting = acting;
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
        var table = inForce.computeIfAbsent(decision, key -> acting.asNobody(() -> latest(key)));
        return dmn.evaluateDecisionTable(table, new HashMap<>(inputs)).getResultList();
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        var rows = rows(decision, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + decision + " hit for " + inputs);
        }
        return rows.get(0);
    }

    private DmnDecision latest(String decision) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no decision " + decision);
        }
        try (var table = repository.getDecisionModel(definition.getId())) {
            return dmn.parseDecision(decision, table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
