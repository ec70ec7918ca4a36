package org.bihuan.engine;

import java.util.List;

/**
 * A file that is no decision table, or none that may be taken. The sentence stands under {@code table.<code>} in the message
 * bundle.
 */
public class UnreadableTable extends RuntimeException {
    private final String code;
    private final transient List<Object> arguments;

    public UnreadableTable(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
