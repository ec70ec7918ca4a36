package org.bihuan.diagram;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** Habits of decision tables: numbers that an officer may change, each with its source, and no arithmetic. */
final class TableRules {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|-?\\d+|true|false");
    private static final Pattern TEST =
            Pattern.compile("|((\"[^\"]*\"|-?\\d+|true|false)(,\\s*)?)+|[<>]=?\\s*\\d+|[\\[\\]]\\d+\\.\\.\\d+[\\[\\]]");

    /** A rule id of the domain, a clause of the law, or one of its sections with the word for a default. */
    private static final Pattern SOURCE = Pattern.compile("(\\d+\\.\\d+ 默认|[A-Z]\\d+).*");

    /** All that is due is told, so this one collects; elsewhere two rows that hit are a mistake. */
    private static final Set<String> COLLECTING = Set.of("ladder");

    /**
     * @param sentence what holds for every table
     * @param offenders what in a table breaks it
     */
    record TableRule(String sentence, Function<Table, Stream<String>> offenders) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    /** A DMN file. */
    record Table(Path file, DmnModelInstance model) {
        static Table of(Path file) {
            return new Table(file, Dmn.readModelFromFile(file.toFile()));
        }

        private <E extends DmnElement> Stream<E> all(Class<E> type) {
            return model.getModelElementsByType(type).stream();
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static final List<TableRule> RULES = List.of(
            new TableRule("the file holds one decision of its name", TableRules::otherName),
            new TableRule("a decision says what it is for and how long its past is kept", TableRules::silent),
            new TableRule("people read Chinese column names", TableRules::foreignColumns),
            new TableRule("every row names its source", TableRules::rowsWithoutSource),
            new TableRule("rows hold values and no arithmetic", TableRules::arithmetic),
            new TableRule("two rows that hit are a mistake", TableRules::otherHitPolicy),
            new TableRule("no two rows ask the same and answer the same", TableRules::twins));

    private TableRules() {}

    private static Stream<String> otherName(Table table) {
        var ids = table.all(Decision.class).map(Decision::getId).toList();
        return ids.equals(List.of(table.toString().replace(".dmn", ""))) ? Stream.empty() : ids.stream();
    }

    private static Stream<String> silent(Table table) {
        return table.all(Decision.class)
                .filter(decision -> decision.getCamundaHistoryTimeToLiveString() == null
                        || !isChinese(decision.getName())
                        || decision.getDescription() == null
                        || !isChinese(decision.getDescription().getTextContent()))
                .map(NamedElement::getId);
    }

    private static Stream<String> foreignColumns(Table table) {
        return Stream.concat(
                table.all(Input.class)
                        .filter(column -> !isChinese(column.getLabel()))
                        .map(DmnElement::getId),
                table.all(Output.class)
                        .filter(column -> !isChinese(column.getLabel()) || column.getTypeRef() == null)
                        .map(DmnElement::getId));
    }

    private static Stream<String> rowsWithoutSource(Table table) {
        return table.all(Rule.class)
                .filter(row -> row.getDescription() == null
                        || !SOURCE.matcher(row.getDescription().getTextContent())
                                .matches())
                .map(DmnElement::getId);
    }

    private static Stream<String> arithmetic(Table table) {
        return Stream.concat(
                table.all(InputEntry.class)
                        .filter(cell ->
                                !TEST.matcher(cell.getText().getTextContent()).matches())
                        .map(DmnElement::getId),
                table.all(OutputEntry.class)
                        .filter(cell ->
                                !VALUE.matcher(cell.getText().getTextContent()).matches())
                        .map(DmnElement::getId));
    }

    private static Stream<String> otherHitPolicy(Table table) {
        return table.all(DecisionTable.class)
                .filter(rows -> rows.getHitPolicy()
                        != (COLLECTING.contains(table.toString().replace(".dmn", ""))
                                ? HitPolicy.COLLECT
                                : HitPolicy.UNIQUE))
                .map(DmnElement::getId);
    }

    private static Stream<String> twins(Table table) {
        var said = new HashSet<List<String>>();
        return table.all(Rule.class)
                .filter(row -> !said.add(Stream.concat(row.getInputEntries().stream(), row.getOutputEntries().stream())
                        .map(cell -> cell.getTextContent().strip())
                        .toList()))
                .map(DmnElement::getId);
    }

    private static boolean isChinese(@Nullable String text) {
        return text != null && CHINESE.matcher(text).find();
    }
}
