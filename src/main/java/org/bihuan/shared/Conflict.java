package org.bihuan.shared;

import java.util.List;

/** Somebody was faster, or the same key came with another wish. Answered with 409; the sentence stands under {@code conflict.<code>}. */
public class Conflict extends RuntimeException {
    private final String code;
    private final transient List<Object> arguments;

    public Conflict(String code, Object... arguments) {
        super(code);
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
