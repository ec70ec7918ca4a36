package org.bihuan.rectification.application;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.decisions.DifferenceCount;
import org.bihuan.decisions.Differences;
import org.bihuan.decisions.Domain;
import org.bihuan.decisions.RuleTable;
import org.bihuan.decisions.TableContract;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.hazard.Grade;
import org.springframework.context.MessageSource;

/** A table about extensions: every open case of a grade whose rows change is one that may ask under other rules. */
final class ExtensionTableContract implements TableContract {
    private final String decision;
    private final Map<String, Domain> inputs;
    private final Map<String, Domain> outputs;
    private final EveryOpenCase cases;
    private final MessageSource messages;

    ExtensionTableContract(
            String decision,
            Map<String, Domain> inputs,
            Map<String, Domain> outputs,
            EveryOpenCase cases,
            MessageSource messages) {
        this.decision = decision;
        this.inputs = inputs;
        this.outputs = outputs;
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public String decision() {
        return decision;
    }

    @Override
    public Map<String, Domain> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Domain> outputs() {
        return outputs;
    }

    @Override
    public Differences differences(Change change) {
        var before = new EnumMap<Grade, String>(Grade.class);
        var after = new EnumMap<Grade, String>(Grade.class);
        for (var grade : Grade.values()) {
            before.put(grade, rows(change.before(), grade, change.inWords()));
            after.put(grade, rows(change.after(), grade, change.inWords()));
        }
        var count = new DifferenceCount();
        if (!before.equals(after)) {
            cases.forEach(hazard -> {
                var grade = hazard.finding().grade();
                var old = before.getOrDefault(grade, "");
                var changed = after.getOrDefault(grade, "");
                if (!old.equals(changed)) {
                    count.add(new Differences.Line(hazard.number().value(), word("extension.rules"), old, changed));
                }
            });
        }
        return count.all();
    }

    /** What the table says of a grade, row by row. */
    private String rows(RuleTable table, Grade grade, Function<Row, String> inWords) {
        return table.rowsFor(Map.of("grade", grade.name())).stream()
                .map(inWords)
                .collect(Collectors.joining(word("extension.separator")));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
