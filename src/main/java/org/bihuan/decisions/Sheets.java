package org.bihuan.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.DecisionTable.Accepted;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Column;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.DecisionTable.Test;
import org.bihuan.engine.DecisionTable.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts tables into the words of people: 整改 instead of "RECTIFY". */
@Component
class Sheets {
    private static final Domain UNKNOWN = new Domain.Truth();

    private final Contracts contracts;
    private final Words words;

    Sheets(Contracts contracts, Words words) {
        this.contracts = contracts;
        this.words = words;
    }

    Sheet of(DecisionTable table) {
        return sheet(
                table, table.rows().stream().map(row -> line(table, row, null)).toList());
    }

    /** A row in a sentence: when it applies, and what it says then. */
    String inWords(DecisionTable table, Row row) {
        var sheet = of(table);
        var cells = line(table, row, null).cells();
        var said = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (i >= sheet.asked() || !row.tests().get(i).acceptsAll()) {
                said.add(words.say("decisions.is", sheet.heads().get(i), cells.get(i)));
            }
        }
        return String.join(words.say("decisions.and"), said);
    }

    /** The changed table with its new rows marked, and behind them the rows of the other that are gone. */
    Sheet compared(DecisionTable changed, DecisionTable before) {
        var old = counted(before);
        var kept = counted(changed);
        var lines = new ArrayList<Sheet.Line>();
        changed.rows().forEach(row -> lines.add(line(changed, row, takes(old, row) ? null : "NEW")));
        before.rows().stream().filter(row -> !takes(kept, row)).forEach(row -> lines.add(line(before, row, "GONE")));
        return sheet(changed, lines);
    }

    private static Map<List<String>, Integer> counted(DecisionTable table) {
        var counted = new HashMap<List<String>, Integer>();
        table.rows().forEach(row -> counted.merge(said(row), 1, Integer::sum));
        return counted;
    }

    private static boolean takes(Map<List<String>, Integer> from, Row row) {
        var left = from.merge(said(row), -1, Integer::sum);
        return left >= 0;
    }

    private static List<String> said(Row row) {
        return Stream.of(
                        row.tests().stream().map(Test::text),
                        row.values().stream().map(Value::text),
                        Stream.of(row.source()))
                .flatMap(all -> all)
                .map(String::strip)
                .toList();
    }

    private static Sheet sheet(DecisionTable table, List<Sheet.Line> lines) {
        var heads = Stream.concat(table.inputs().stream(), table.outputs().stream())
                .map(column -> column.label().isBlank() ? column.name() : column.label())
                .toList();
        return new Sheet(
                table.key(),
                table.name(),
                table.about().strip(),
                heads,
                table.inputs().size(),
                lines);
    }

    private Sheet.Line line(DecisionTable table, Row row, @Nullable String mark) {
        var cells = new ArrayList<String>();
        var known = contracts.of(table.key());
        for (int i = 0; i < Math.min(table.inputs().size(), row.tests().size()); i++) {
            var column = table.inputs().get(i);
            cells.add(test(
                    row.tests().get(i), domain(known.map(TableContract::inputs).orElse(Map.of()), column)));
        }
        for (int i = 0; i < Math.min(table.outputs().size(), row.values().size()); i++) {
            var domain = domain(
                    known.map(TableContract::outputs).orElse(Map.of()),
                    table.outputs().get(i));
            var value = row.values().get(i);
            cells.add(value.value().map(one -> words.value(one, domain)).orElse(value.text()));
        }
        return new Sheet.Line(row.number(), cells, row.source(), mark);
    }

    private static Domain domain(Map<String, Domain> known, Column column) {
        return known.getOrDefault(column.name(), UNKNOWN);
    }

    private String test(Test test, Domain domain) {
        if (!test.understood()) {
            return test.text();
        }
        if (test.acceptsAll()) {
            return words.say("decisions.any");
        }
        var said = test.accepts().stream()
                .map(one -> accepted(one, domain))
                .collect(Collectors.joining(words.say("decisions.or")));
        return test.negated() ? words.say("decisions.not", said) : said;
    }

    private String accepted(Accepted one, Domain domain) {
        if (one instanceof Exactly exactly) {
            return words.value(exactly.value(), domain);
        }
        var range = (Between) one;
        var said = new ArrayList<String>();
        if (range.low() != null) {
            said.add(words.say(range.lowIncluded() ? "decisions.atLeast" : "decisions.moreThan", range.low()));
        }
        if (range.high() != null) {
            said.add(words.say(range.highIncluded() ? "decisions.atMost" : "decisions.lessThan", range.high()));
        }
        return String.join(words.say("decisions.and"), said);
    }
}
