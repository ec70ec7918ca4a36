package org.bihuan.engine;

import static java.util.stream.Collectors.groupingBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * {@link Decisions} on the engine's DMN. Which versions there are is kept in memory and read again every few seconds; a version
 * never changes, so each is parsed once, and its answers to the few questions that a county has are kept: the engine reads every
 * cell of the table anew for each. Tables are evaluated outside of the process engine, which would look its row up twice
 * an answer and knows beans that no table may call.
 */
@Component
class CamundaDecisions implements Decisions {
    /** More than a county has questions; whoever asks by a free text pushes out the oldest. */
    private static final int ANSWERS_KEPT = 2_000;

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final RepositoryService repository;
    private final DecisionVersionRows versions;
    private final Acting acting;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
            new ConcurrentLruCache<>(ANSWERS_KEPT, this::answer);
    private volatile Map<String, List<DecisionVersionRows.Deployed>> known = Map.of();

    CamundaDecisions(RepositoryService repository, DecisionVersionRows versions, Acting acting) {
        this.repository = repository;
        this.versions = versions;
        this.acting = acting;
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
        var all = versionsOf(decision);
        return evaluate(all.get(all.size() - 1), inputs);
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        return single(decision, inputs, rows(decision, inputs));
    }

    @Override
    public Decisions asOf(Instant moment) {
        return new Answering(this, decision -> inForceAt(decision, moment));
    }

    @Override
    public int version(String decision) {
        var all = versionsOf(decision);
        return all.get(all.size() - 1).version();
    }

    /** The tables in force, one of them replaced by a file. */
    Decisions with(String key, byte[] file) {
        var table = parse(key, file);
        return new Answering(
                this,
                decision -> decision.equals(key) ? new Answering.Other(0, inputs -> evaluate(table, inputs)) : null);
    }

    /** @throws UnreadableTable when the engine cannot evaluate it */
    DmnDecision parse(String key, byte[] file) {
        try {
            return dmn.parseDecision(key, new ByteArrayInputStream(file));
        } catch (DmnEngineException broken) {
            throw new UnreadableTable("NOT_EVALUABLE");
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void refresh() {
        known = versions.deployed().stream().collect(groupingBy(DecisionVersionRows.Deployed::decision));
    }

    private Answering.Other inForceAt(String decision, Instant moment) {
        var all = versionsOf(decision);
        var last = all.get(all.size() - 1);
        var then = all.get(0);
        for (var version : all) {
            then = version.since().isAfter(moment) ? then : version;
        }
        // A version of other columns was made for other questions.
        var right = then.form().equals(last.form()) ? then : last;
        return new Answering.Other(right.version(), inputs -> {
            var rows = evaluate(right, inputs);
            return rows.isEmpty() && !right.equals(last) ? evaluate(last, inputs) : rows;
        });
    }

    private List<DecisionVersionRows.Deployed> versionsOf(String decision) {
        var all = known.get(decision);
        if (all == null) {
            refresh();
            all = known.get(decision);
        }
        if (all == null) {
            throw new IllegalStateException("no decision " + decision);
        }
        return all;
    }

    private List<Map<String, Object>> evaluate(DecisionVersionRows.Deployed version, Map<String, ?> inputs) {
        return answers.get(new Question(version.decision(), version.definition(), new HashMap<>(inputs)));
    }

    private List<Map<String, Object>> answer(Question question) {
        var table = parsed.computeIfAbsent(
                question.definition(), id -> acting.asNobody(() -> load(question.decision(), id)));
        return evaluate(table, question.inputs());
    }

    private List<Map<String, Object>> evaluate(DmnDecision table, Map<String, ?> inputs) {
        return dmn.evaluateDecisionTable(table, new HashMap<>(inputs)).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }

    /** @param definition id of the version asked; {@code inputs} may hold null */
    private record Question(String decision, String definition, Map<String, Object> inputs) {}

    private DmnDecision load(String decision, String definition) {
        try (var table = repository.getDecisionModel(definition)) {
            return dmn.parseDecision(decision, table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, Object> single(String decision, Map<String, ?> inputs, List<Map<String, Object>> rows) {
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + decision + " hit for " + inputs);
        }
        return rows.get(0);
    }
}
