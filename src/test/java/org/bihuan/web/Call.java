package org.bihuan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.web.BadValues.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A call that changes something, with a body that would be taken as it is.
 *
 * @param path with the state of a case for its number, for example {@code {verify}}
 * @param task its form in Tasklist; empty: none
 */
record Call(String name, String user, String path, String task, Map<String, Object> body, List<Field> fields) {

    /**
     * @param name with a dot for a field of a part
     * @param longest in characters; 0: not bounded by itself
     */
    record Field(String name, Kind kind, boolean required, int longest) {
        List<@Nullable Object> badValues() {
            return BadValues.of(kind, required, longest);
        }
    }

    static Call of(String name, String user, String path, Map<String, Object> body) {
        return new Call(name, user, path, "", body, List.of());
    }

    Call inTasklist(String key) {
        return new Call(name, user, path, key, body, fields);
    }

    Call text(String field, int longest) {
        return with(new Field(field, Kind.TEXT, false, longest));
    }

    Call requiredText(String field, int longest) {
        return with(new Field(field, Kind.TEXT, true, longest));
    }

    Call optional(Kind kind, String... names) {
        var call = this;
        for (var field : names) {
            call = call.with(new Field(field, kind, false, 0));
        }
        return call;
    }

    Call required(Kind kind, String... names) {
        var call = this;
        for (var field : names) {
            call = call.with(new Field(field, kind, true, 0));
        }
        return call;
    }

    /** The body with one field said otherwise. */
    Map<String, @Nullable Object> saying(String field, @Nullable Object value) {
        return said(body, field, value);
    }

    /** The body without a field. */
    Map<String, @Nullable Object> without(String field) {
        var less = saying(field, null);
        less.remove(field);
        return less;
    }

    @SuppressWarnings("unchecked") // parts of our own bodies
    private static Map<String, @Nullable Object> said(
            Map<String, ? extends @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>(body);
        var dot = field.indexOf('.');
        if (dot < 0) {
            said.put(field, value);
        } else {
            var part = field.substring(0, dot);
            said.put(
                    part,
                    said(
                            (Map<String, Object>) Objects.requireNonNull(body.get(part)),
                            field.substring(dot + 1),
                            value));
        }
        return said;
    }

    private Call with(Field field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return new Call(name, user, path, task, body, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
