package org.bihuan.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.Person;
import org.bihuan.shared.Fields;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A form on its way from the engine to its use case. */
final class SubmittedForm implements Submission {
    /** Types of the engine that a form may use; a file or an object is no field of ours. */
    private static final List<ValueType> FIELD_TYPES = List.of(
            ValueType.STRING,
            ValueType.LONG,
            ValueType.INTEGER,
            ValueType.SHORT,
            ValueType.DOUBLE,
            ValueType.BOOLEAN,
            ValueType.DATE,
            ValueType.NULL);

    private final String businessKey;
    private final String taskId;
    private final Person by;
    private final Fields fields;
    private final Map<String, String> told = new HashMap<>();

    SubmittedForm(String businessKey, String taskId, Person by, Fields fields) {
        this.businessKey = businessKey;
        this.taskId = taskId;
        this.by = by;
        this.fields = fields;
    }

    @Override
    public String businessKey() {
        return businessKey;
    }

    @Override
    public String taskId() {
        return taskId;
    }

    @Override
    public Person by() {
        return by;
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public void tell(String outcomeVariable, Enum<?> outcome) {
        told.put(outcomeVariable, outcome.name());
    }

    /** Leaves the outcomes where the gateways look for them. */
    void tellGateways(VariableScope scope) {
        told.forEach(scope::setVariable);
    }

    /** The values as {@link Fields} understands them; what it does not becomes an object that no field accepts. */
    static Map<String, @Nullable Object> plain(VariableMap variables) {
        Map<String, @Nullable Object> plain = new HashMap<>();
        for (var name : variables.keySet()) {
            TypedValue value = variables.getValueTyped(name);
            plain.put(name, value == null ? null : plain(value));
        }
        return plain;
    }

    private static @Nullable Object plain(TypedValue value) {
        // Without a type it comes from our own code and not through the engine's web API.
        return value.getType() == null || FIELD_TYPES.contains(value.getType()) ? value.getValue() : new Object();
    }
}
