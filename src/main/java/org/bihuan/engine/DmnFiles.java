package org.bihuan.engine;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.engine.DecisionTable.Column;
import org.bihuan.engine.DecisionTable.Row;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DrgElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/** {@link DecisionFiles} by Camunda's model of DMN, which knows the schema, behind a screen of our own. */
@Component
class DmnFiles implements DecisionFiles {
    private final DmnScreen screen = new DmnScreen();
    private final FeelCells cells = new FeelCells();
    private final CamundaDecisions decisions;

    DmnFiles(CamundaDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public DecisionTable read(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableTable("EMPTY");
        }
        if (file.length > LARGEST) {
            throw new UnreadableTable("TOO_LARGE", file.length / LARGEST + 1);
        }
        screen.check(file);
        var model = model(file);
        var decision = onlyDecision(model);
        if (!(decision.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable table)) {
            throw new UnreadableTable("NOT_A_TABLE");
        }
        checkLanguages(model, table);
        var read = new DecisionTable(
                Objects.toString(decision.getId(), ""),
                Objects.toString(decision.getName(), ""),
                text(decision.getDescription()),
                table.getHitPolicy() + (table.getAggregation() == null ? "" : " " + table.getAggregation()),
                table.getInputs().stream().map(DmnFiles::column).toList(),
                table.getOutputs().stream().map(DmnFiles::column).toList(),
                rows(List.copyOf(table.getRules())));
        decisions.parse(read.key(), file);
        return read;
    }

    @Override
    public Decisions with(byte[] file) {
        return decisions.with(read(file).key(), file);
    }

    private static DmnModelInstance model(byte[] file) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(file));
        } catch (ModelException broken) {
            throw new UnreadableTable("NOT_VALID", line(broken));
        }
    }

    private static String line(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException said) {
                return String.valueOf(said.getLineNumber());
            }
        }
        return "?";
    }

    /** Nothing else comes along: neither a second decision nor what a decision could ask. */
    private static Decision onlyDecision(DmnModelInstance model) {
        Collection<DrgElement> elements = model.getModelElementsByType(DrgElement.class);
        if (elements.size() != 1 || !(elements.iterator().next() instanceof Decision decision)) {
            throw new UnreadableTable("NOT_ONE_DECISION", elements.size());
        }
        if (!decision.getInformationRequirements().isEmpty()
                || !decision.getKnowledgeRequirements().isEmpty()) {
            throw new UnreadableTable("NOT_ONE_DECISION", 2);
        }
        return decision;
    }

    /** Scripts have no place in a table of the county. */
    private static void checkLanguages(DmnModelInstance model, org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        var languages = Stream.of(
                        Stream.of(model.getDefinitions().getExpressionLanguage()),
                        model.getModelElementsByType(LiteralExpression.class).stream()
                                .map(LiteralExpression::getExpressionLanguage),
                        model.getModelElementsByType(UnaryTests.class).stream().map(UnaryTests::getExpressionLanguage))
                .flatMap(all -> all);
        var isForeign = languages.anyMatch(language ->
                language != null && !language.toLowerCase(Locale.ROOT).contains("feel"));
        var renames = table.getInputs().stream().anyMatch(input -> input.getCamundaInputVariable() != null);
        if (isForeign || renames) {
            throw new UnreadableTable("FOREIGN_LANGUAGE");
        }
    }

    private static Column column(Input input) {
        var expression = input.getInputExpression();
        return new Column(
                expression == null ? "" : text(expression.getText()).strip(),
                Objects.toString(input.getLabel(), ""),
                expression == null ? "" : Objects.toString(expression.getTypeRef(), ""));
    }

    private static Column column(Output output) {
        return new Column(
                Objects.toString(output.getName(), ""),
                Objects.toString(output.getLabel(), ""),
                Objects.toString(output.getTypeRef(), ""));
    }

    private List<Row> rows(List<Rule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> {
                    var rule = rules.get(i);
                    return new Row(
                            i + 1,
                            rule.getInputEntries().stream()
                                    .map(cell -> cells.test(text(cell.getText())))
                                    .toList(),
                            rule.getOutputEntries().stream()
                                    .map(cell -> cells.value(text(cell.getText())))
                                    .toList(),
                            text(rule.getDescription()).strip());
                })
                .toList();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : Objects.toString(text.getTextContent(), "");
    }

    private static String text(@Nullable Description description) {
        return description == null ? "" : Objects.toString(description.getTextContent(), "");
    }
}
