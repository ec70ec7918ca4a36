package org.bihuan.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about the file that changes no row; the Chinese sentence stands under {@code import.note.<KIND>}.
 *
 * @param arguments for the places of the sentence
 */
record FileNote(Kind kind, @Nullable String sheet, List<String> arguments) {

    /** What there is to say. */
    enum Kind {
        SHEET_HIDDEN,
        SHEET_WITHOUT_HEADER,
        HEADER_UNKNOWN,
        HEADER_TWICE,
        HIDDEN_ROWS_READ,
        MONEY_UNCLEAR
    }
}
