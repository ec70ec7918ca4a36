package org.bihuan.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .dmn} file says, cell by cell, without an engine.
 *
 * @param hitPolicy for example {@code UNIQUE}; with its aggregation behind a space where it has one
 * @param about what the table is for, as it says itself; may be empty
 */
public record DecisionTable(
        String key,
        String name,
        String about,
        String hitPolicy,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    /**
     * @param name of an input: its expression; of an output: its name
     * @param type {@code string}, {@code integer}, {@code boolean} …; empty where the file names none
     */
    public record Column(String name, String label, String type) {

        /** Whether it means the same, however people call it. */
        boolean isLike(Column other) {
            return name.equals(other.name) && type.equals(other.type);
        }
    }

    /**
     * @param number from 1, as people count
     * @param source annotation of the row; empty where it has none
     */
    public record Row(int number, List<Test> tests, List<Value> values, String source) {}

    /**
     * An input cell.
     *
     * @param text as written
     * @param accepts alternatives, any of which is enough; empty where every value is accepted
     * @param negated whether it accepts everything else instead
     * @param understood false where it says more than words, numbers and ranges of numbers can
     */
    public record Test(String text, List<Accepted> accepts, boolean negated, boolean understood) {
        public boolean acceptsAll() {
            return understood && accepts.isEmpty();
        }
    }

    /** One alternative of an input cell. */
    public sealed interface Accepted {}

    /** @param value String, Boolean or BigDecimal */
    public record Exactly(Object value) implements Accepted {}

    /** A range; an absent end is open to that side. */
    public record Between(
            @Nullable BigDecimal low,
            boolean lowIncluded,
            @Nullable BigDecimal high,
            boolean highIncluded) implements Accepted {}

    /**
     * An output cell.
     *
     * @param value String, Boolean or BigDecimal; absent where it is no plain value
     */
    public record Value(String text, Optional<Object> value) {}

    /** Whether both are asked and answer in the same way: same columns in the same order, same hit policy. */
    public boolean hasFormOf(DecisionTable other) {
        return key.equals(other.key)
                && hitPolicy.equals(other.hitPolicy)
                && areLike(inputs, other.inputs)
                && areLike(outputs, other.outputs);
    }

    private static boolean areLike(List<Column> ours, List<Column> theirs) {
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).isLike(theirs.get(i))) {
                return false;
            }
        }
        return true;
    }
}
