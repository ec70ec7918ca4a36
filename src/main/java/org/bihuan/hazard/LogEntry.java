package org.bihuan.hazard;

import java.util.Map;
import java.util.TreeMap;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the case log.
 *
 * @param by who did it; null for the system itself
 * @param data facts of this entry: texts, numbers, days as {@code yyyy-MM-dd}; sorted by name so that its hash is stable
 */
public record LogEntry(EntryKind kind, @Nullable PersonId by, Map<String, Object> data) {
    public LogEntry {
        data = new TreeMap<>(data);
    }

    public static LogEntry of(EntryKind kind, @Nullable PersonId by) {
        return new LogEntry(kind, by, Map.of());
    }

    /** An entry that names both where somebody stands in for somebody else (N8): {@code by} acts, {@code standingInFor} is away. */
    public static LogEntry by(Person person, EntryKind kind) {
        return of(kind, person.id()).with("standingInFor", person.standingInFor());
    }

    /** The same entry with one more fact; an absent value adds nothing. */
    public LogEntry with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(data);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new LogEntry(kind, by, more);
    }
}
