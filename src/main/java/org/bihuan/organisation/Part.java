package org.bihuan.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One entry of a list that belongs to something: an alias of a region, a former name, a role of a person. */
record Part(String whole, String part) {

    /** All entries of all the lists. */
    static <T> List<Part> of(
            Collection<T> rows, Function<? super T, ?> key, Function<? super T, ? extends Collection<?>> parts) {
        return rows.stream()
                .flatMap(row -> parts.apply(row).stream()
                        .map(part -> new Part(key.apply(row).toString(), part.toString())))
                .toList();
    }

    /** @param sql answers with {@code whole} and {@code part}, in the order wanted */
    static Lists grouped(StatementSpec sql) {
        return new Lists(sql.query(Part.class).list().stream()
                .collect(groupingBy(Part::whole, mapping(Part::part, toUnmodifiableList()))));
    }

    /** The lists by what they belong to. */
    record Lists(Map<String, List<String>> byWhole) {
        List<String> of(String whole) {
            return byWhole.getOrDefault(whole, List.of());
        }
    }
}
