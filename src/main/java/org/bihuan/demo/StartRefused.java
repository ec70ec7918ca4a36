package org.bihuan.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sample county cannot start, and a person has to do something about it. What is wrong and what helps stands in the
 * message bundle of this room, under the key and under {@code <key>.action}; the log then shows these two and no stack trace.
 */
final class StartRefused extends RuntimeException {
    private final String key;
    private final transient List<String> arguments;

    StartRefused(String key, @Nullable Throwable cause, String... arguments) {
        super(key + " " + List.of(arguments), cause);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<String> arguments() {
        return arguments;
    }
}
