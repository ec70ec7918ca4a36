package org.bihuan.engine;

import org.bihuan.organisation.Person;
import org.bihuan.shared.Fields;

/**
 * What a person sent with a form, whether through Tasklist, Camunda's web API or our own. Only the fields asked for are read;
 * all else is dropped.
 */
public interface Submission {
    /** The hazard number; empty for a start form. */
    String businessKey();

    /** The engine's id of the task; empty for a start form. */
    String taskId();

    /** Who submits: the login, never a claim of the form. */
    Person by();

    Fields fields();

    /** Tells the gateways one outcome: the only variable that outlives the form. */
    void tell(String outcomeVariable, Enum<?> outcome);
}
