package org.bihuan.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table lacks columns that every such table has. Answered with 422, {@code UNKNOWN_HEADERS}. */
final class UnknownColumns extends RuntimeException {
    private final transient List<Header> headers;
    private final transient List<TableColumn> missing;

    UnknownColumns(List<Header> headers, List<TableColumn> missing) {
        super("required columns not found: " + missing);
        this.headers = List.copyOf(headers);
        this.missing = List.copyOf(missing);
    }

    /** Headers that mean nothing to us, in sheet order. */
    List<Header> headers() {
        return headers;
    }

    List<TableColumn> missing() {
        return missing;
    }

    /** @param column letters of the sheet column */
    record Header(@Nullable String sheet, String column, String header) {}
}
