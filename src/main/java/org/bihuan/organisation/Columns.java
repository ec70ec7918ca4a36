package org.bihuan.organisation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Turns a list of rows into the arrays by which one statement takes them all in. */
final class Columns {
    private Columns() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Column<? super T> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var value = column.of(row);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** What a row has in one column. */
    interface Column<T> {
        @Nullable
        Object of(T row);
    }
}
