package org.bihuan.engine;

import java.util.List;
import java.util.Map;

/** The decision tables in force. Evaluating one costs no SQL once its version is known. */
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
}
