package org.bihuan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.engine.Decisions;
import org.bihuan.shared.CsvTable;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;

/**
 * A shipped decision table beside its expected answers ({@code decisions/<key>.csv}: one line for each row that must hit, with
 * inputs, outputs and source). Shows holes, overlaps, rows that nothing reaches and rows that nobody expects.
 */
public final class DecisionProof {
    private final String key;
    private final List<Rule> rows;
    private final List<String> inputs;
    private final List<String> outputs;
    private final DmnDecision decision;
    private final DmnEngine engine;
    private final List<String> hit = new ArrayList<>();

    /**
     * One question to the table and the lines expected to answer it.
     *
     * @param inputs text or Boolean by name
     * @param expected outputs as text, and {@code source}
     */
    public record Question(Map<String, Object> inputs, List<Map<String, String>> expected) {
        @Override
        public String toString() {
            return inputs.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    private DecisionProof(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        var table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        this.key = file.getFileName().toString().replace(".dmn", "");
        this.rows = List.copyOf(table.getRules());
        var columns = List.copyOf(table.getInputs());
        this.inputs = IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> asks(row, i)))
                .mapToObj(i -> columns.get(i).getInputExpression().getText().getTextContent())
                .toList();
        this.outputs =
                table.getOutputs().stream().map(output -> output.getName()).toList();
        var configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener listener = evaluation -> evaluation.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(hit::add);
        configuration.getCustomPostDecisionTableEvaluationListeners().add(listener);
        this.engine = configuration.buildEngine();
        try (var bytes = new FileInputStream(file.toFile())) {
            this.decision = engine.parseDecision(key, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An input that no row asks is there for counties that want to; it has no part in the proof. */
    private static boolean asks(Rule row, int input) {
        return !List.copyOf(row.getInputEntries())
                .get(input)
                .getText()
                .getTextContent()
                .isBlank();
    }

    /** @param room and {@code key}: where the table lies below {@code bpmn/} */
    public static DecisionProof of(String room, String key) {
        return new DecisionProof(Path.of("bpmn", room, key + ".dmn"));
    }

    /** The expected answers, in the order of the file; lines of the same question belong together. */
    public List<Question> questions() {
        var expected = new LinkedHashMap<Map<String, Object>, List<Map<String, String>>>();
        for (var line : CsvTable.rows(new ClassPathResource("decisions/" + key + ".csv"))) {
            var asked = new LinkedHashMap<String, Object>();
            inputs.forEach(input -> asked.put(input, value(line.text(input))));
            var answer = new LinkedHashMap<String, String>();
            outputs.forEach(output -> answer.put(output, line.text(output)));
            answer.put("source", line.text("source"));
            expected.computeIfAbsent(asked, question -> new ArrayList<>()).add(answer);
        }
        return expected.entrySet().stream()
                .map(entry -> new Question(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Object value(String cell) {
        return cell.equals("true") || cell.equals("false") ? Boolean.valueOf(cell) : cell;
    }

    /** The table answers as expected: these rows, in this order, each with this source. */
    public void check(Question question) {
        assertThat(answer(question.inputs())).as("%s for %s", key, question).isEqualTo(question.expected());
    }

    private List<Map<String, String>> answer(Map<String, Object> question) {
        hit.clear();
        var results = engine.evaluateDecisionTable(decision, question).getResultList();
        var answer = new ArrayList<Map<String, String>>();
        for (int i = 0; i < results.size(); i++) {
            var line = new LinkedHashMap<String, String>();
            results.get(i).forEach((output, value) -> line.put(output, String.valueOf(value)));
            line.put("source", sourceOf(hit.get(i)));
            answer.add(line);
        }
        return answer;
    }

    private String sourceOf(String id) {
        return rows.stream()
                .filter(row -> row.getId().equals(id))
                .map(row -> row.getDescription().getTextContent())
                .findFirst()
                .orElseThrow();
    }

    /** A row that nobody expects, and a row that no question reaches, for example because of a misspelt word. */
    public void checkThatEveryRowIsHit() {
        var reached = new HashSet<String>();
        questions().forEach(question -> {
            answer(question.inputs());
            reached.addAll(hit);
        });
        assertThat(rows.stream().map(Rule::getId).filter(id -> !reached.contains(id)))
                .as("rows of %s that no line of decisions/%s.csv reaches", key, key)
                .isEmpty();
    }

    /**
     * No hole and no overlap: everything that may be asked has its expected answer.
     *
     * @param domain what each input may be, in the table's order
     */
    public void checkThatEveryQuestionIsExpected(Map<String, List<?>> domain) {
        assertThat(domain.keySet()).containsExactlyInAnyOrderElementsOf(inputs);
        List<Map<String, Object>> possible = List.of(Map.of());
        for (var input : inputs) {
            possible = possible.stream()
                    .flatMap(begun ->
                            domain.getOrDefault(input, List.of()).stream().map(value -> with(begun, input, value)))
                    .toList();
        }
        assertThat(questions().stream().map(Question::inputs))
                .as("questions of decisions/%s.csv", key)
                .containsExactlyInAnyOrderElementsOf(possible);
    }

    private static Map<String, Object> with(Map<String, Object> begun, String input, Object value) {
        var more = new LinkedHashMap<>(begun);
        more.put(input, value instanceof Enum<?> word ? word.name() : value);
        return more;
    }

    /** A word that no row knows gets no answer, instead of that of a neighbour. */
    public void checkThatAForeignWordHitsNothing(String input) {
        assertThat(inputs).contains(input);
        assertThat(answer(with(questions().get(0).inputs(), input, "UNHEARD_OF")))
                .as("%s with a foreign %s", key, input)
                .isEmpty();
    }

    /** The table as rooms ask it, without an engine around it. */
    public Decisions decisions() {
        return new Decisions() {
            @Override
            public List<Map<String, Object>> rows(String asked, Map<String, ?> question) {
                assertThat(asked).isEqualTo(key);
                return engine.evaluateDecisionTable(decision, Map.copyOf(question))
                        .getResultList();
            }

            @Override
            public Map<String, Object> row(String asked, Map<String, ?> question) {
                var rows = rows(asked, question);
                assertThat(rows).hasSize(1);
                return rows.get(0);
            }

            @Override
            public Decisions asOf(Instant moment) {
                return this;
            }

            @Override
            public int version(String asked) {
                return 1;
            }
        };
    }
}
