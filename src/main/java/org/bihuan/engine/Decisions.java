package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The decision tables in force. Evaluating one costs no SQL once its version is known; a version put in force by another node
 * counts here within seconds.
 */
public interface Decisions {
    /**
     * All rows that hit, in the table's order; each row maps output names to text, Integer, Boolean or null.
     *
     * @param decision id of the table, for example {@code deadline}
     */
    List<Map<String, Object>> rows(String decision, Map<String, ?> inputs);

    /**
     * The one row that hits.
     *
     * @throws IllegalStateException when none does: a hole in the table is a defect
     */
    Map<String, Object> row(String decision, Map<String, ?> inputs);

    /**
     * The versions that were in force at that moment, for what began under them. Where one of them lacks the table, its present
     * columns or an answer (of a kind of question that came later), the version in force now answers.
     */
    Decisions asOf(Instant moment);

    /** Which version of a table answers; 0 where it is none of those in force. */
    int version(String decision);
}
