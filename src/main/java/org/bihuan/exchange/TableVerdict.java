package org.bihuan.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of a table.
 *
 * @param code of a rejection; else the name of the fate
 * @param field column at fault, {@code value} what stands there; absent unless rejected
 * @param message one Chinese sentence
 * @param warnings codes; none for a rejected row
 * @param twin index among the rows of the one that says the same before it; with TWICE
 * @param normalised what was read, by column name
 * @param about for people: which one is meant
 */
public record TableVerdict(
        Fate fate,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String message,
        List<String> warnings,
        @Nullable Integer twin,
        Map<String, String> normalised,
        String about) {

    /** What may become of a row. */
    public enum Fate {
        NEW,
        CHANGED,
        UNCHANGED,
        /** Says what an earlier row of the file says. */
        TWICE,
        REJECTED
    }
}
