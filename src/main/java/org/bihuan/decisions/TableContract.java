package org.bihuan.decisions;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.Decisions;

/**
 * What the room that asks a decision table knows of it. A table without a contract can be read on page {@code /decisions}, but
 * not changed there.
 */
public interface TableContract {

    /** Id of the table. */
    String decision();

    /** What may be asked, by expression of the input: all combinations must have an answer. */
    Map<String, Domain> inputs();

    /** What may be answered, by name of the output. */
    Map<String, Domain> outputs();

    /**
     * What the code relies on beyond single cells.
     *
     * @param table without gaps and overlaps, its cells within their domains
     */
    default List<Complaint> complaints(RuleTable table) {
        return List.of();
    }

    /**
     * Tries a changed table on the open cases; reads only. Called in a transaction.
     *
     * @param change the table in force and the changed one
     */
    Differences differences(Change change);

    /**
     * A table about to be changed.
     *
     * @param inForce answers as today
     * @param changed answers as after the change
     * @param inWords what a row of either says to people
     */
    record Change(
            RuleTable before, Decisions inForce, RuleTable after, Decisions changed, Function<Row, String> inWords) {}
}
