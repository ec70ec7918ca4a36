package org.bihuan.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file was refused as a whole.
 *
 * @param code for example {@code UNKNOWN_HEADERS} or {@code INVALID_INPUT}
 * @param headers for UNKNOWN_HEADERS: the headers nobody knows, with what they may mean
 */
record Failure(
        String code,
        String detail,
        List<FieldMessage> errors,
        @Nullable List<Header> headers) {

    /** One field and its Chinese message. */
    record FieldMessage(String field, String code, String message) {}

    /** A header a person must assign. */
    record Header(@Nullable String sheet, String column, String header, List<Suggestion> suggestions) {}

    /** A ledger column it may mean. */
    record Suggestion(int no, String name) {}
}
