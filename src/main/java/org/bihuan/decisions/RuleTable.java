package org.bihuan.decisions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.DecisionTable.Accepted;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Column;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.DecisionTable.Test;

/** A decision table whose cells are all understood, asked row by row. */
public record RuleTable(DecisionTable table) {

    /** Rows that could answer, in their order; inputs that are not given count as unknown and exclude no row. */
    public List<Row> rowsFor(Map<String, ?> given) {
        return table.rows().stream()
                .filter(row -> IntStream.range(0, table.inputs().size()).allMatch(i -> {
                    var value = given.get(table.inputs().get(i).name());
                    return value == null || accepts(row.tests().get(i), value);
                }))
                .toList();
    }

    public String text(Row row, String output) {
        return value(row, output).toString();
    }

    public int number(Row row, String output) {
        return value(row, output) instanceof BigDecimal number ? number.intValueExact() : 0;
    }

    private Object value(Row row, String output) {
        var names = table.outputs().stream().map(Column::name).toList();
        return row.values().get(names.indexOf(output)).value().orElseThrow();
    }

    /** What the row answers, cell by cell, as it would stand in the file. */
    static List<String> answer(Row row) {
        return row.values().stream()
                .map(DecisionTable.Value::text)
                .map(String::strip)
                .toList();
    }

    /** @param value String, Boolean or a whole number */
    static boolean accepts(Test test, Object value) {
        return test.accepts().isEmpty()
                || test.negated() != test.accepts().stream().anyMatch(one -> accepts(one, value));
    }

    private static boolean accepts(Accepted one, Object value) {
        if (one instanceof Exactly exactly) {
            return exactly.value() instanceof BigDecimal number
                    ? value instanceof Number asked && number.compareTo(decimal(asked)) == 0
                    : exactly.value().equals(value);
        }
        return one instanceof Between range && value instanceof Number asked && lies(decimal(asked), range);
    }

    private static boolean lies(BigDecimal value, Between range) {
        var low = range.low();
        var high = range.high();
        var isHighEnough = low == null || value.compareTo(low) > (range.lowIncluded() ? -1 : 0);
        return isHighEnough && (high == null || value.compareTo(high) < (range.highIncluded() ? 1 : 0));
    }

    private static BigDecimal decimal(Number number) {
        return BigDecimal.valueOf(number.longValue());
    }
}
