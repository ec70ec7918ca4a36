package org.bihuan.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandatory column was not found under any known header, so a person has to say which header it is. Answered with 422,
 * {@code UNKNOWN_HEADERS}.
 */
final class UnknownHeaders extends RuntimeException {
    private final transient List<Header> headers;
    private final transient List<LedgerColumn> missing;

    UnknownHeaders(List<Header> headers, List<LedgerColumn> missing) {
        super("mandatory columns not found: " + missing);
        this.headers = List.copyOf(headers);
        this.missing = List.copyOf(missing);
    }

    /** The headers that no list names, in sheet order. */
    List<Header> headers() {
        return headers;
    }

    /** The mandatory columns that are looked for. */
    List<LedgerColumn> missing() {
        return missing;
    }

    /**
     * @param column letters of the sheet column, as a spreadsheet program shows them
     * @param suggestions columns it may mean, likeliest first
     */
    record Header(@Nullable String sheet, String column, String header, List<LedgerColumn> suggestions) {}
}
