package org.bihuan.masterdata;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What master data name before it is there: units the trades that come after them, enterprises their people. It counts from the moment
 * it comes in.
 */
@Repository
class AwaitedReferences {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    AwaitedReferences(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * @param subject table, {@code whole} key of the row in it
     * @param field column, {@code part} what is named there
     */
    record Awaited(String subject, String whole, String field, String part) implements Comparable<Awaited> {
        private static final Comparator<Awaited> ORDER = Comparator.comparing(Awaited::subject)
                .thenComparing(Awaited::whole)
                .thenComparing(Awaited::field)
                .thenComparing(Awaited::part);

        @Override
        public int compareTo(Awaited other) {
            return ORDER.compare(this, other);
        }
    }

    List<Awaited> all() {
        return jdbc.sql("select subject, whole, field, part from awaited_reference order by 1, 2, 3, 4")
                .query(Awaited.class)
                .list();
    }

    void replace(Set<Awaited> before, Set<Awaited> after) {
        write(
                "delete from awaited_reference where (subject, whole, field, part) = (?, ?, ?, ?)",
                without(before, after));
        write(
                "insert into awaited_reference (subject, whole, field, part) values (?, ?, ?, ?)",
                without(after, before));
    }

    private void write(String sql, Collection<Awaited> rows) {
        batch.batchUpdate(sql, rows, 500, (statement, row) -> {
            statement.setString(1, row.subject());
            statement.setString(2, row.whole());
            statement.setString(3, row.field());
            statement.setString(4, row.part());
        });
    }

    private static Set<Awaited> without(Set<Awaited> all, Set<Awaited> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
