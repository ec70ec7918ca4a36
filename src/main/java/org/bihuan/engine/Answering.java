package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Decisions} some of which are answered otherwise than by the tables in force. */
record Answering(Decisions inForce, Otherwise otherwise) implements Decisions {

    /** A table that answers instead of the one in force. */
    record Other(int version, Function<Map<String, ?>, List<Map<String, Object>>> answers) {}

    /** Who answers for a decision; null where the table in force does. */
    @FunctionalInterface
    interface Otherwise {
        @Nullable
        Other of(String decision);
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, ?> inputs) {
        var other = otherwise.of(decision);
        return other == null ? inForce.rows(decision, inputs) : other.answers().apply(inputs);
    }

    @Override
    public Map<String, Object> row(String decision, Map<String, ?> inputs) {
        return CamundaDecisions.single(decision, inputs, rows(decision, inputs));
    }

    @Override
    public int version(String decision) {
        var other = otherwise.of(decision);
        return other == null ? inForce.version(decision) : other.version();
    }

    /** What is answered otherwise is so at all times. */
    @Override
    public Decisions asOf(Instant moment) {
        return new Answering(inForce.asOf(moment), otherwise);
    }
}
