package org.bihuan.exchange;

import java.util.List;

/**
 * What one column of a sheet is.
 *
 * @param index from 0
 * @param texts its header, lowest row first; one text a row, repeated ones once
 * @param part what it holds where a ledger column is split: the text that tells it from its neighbours, else empty
 */
record SheetColumn(int index, LedgerColumn column, List<String> texts, String part, boolean hidden) {

    /** The header in one line, upper text first. */
    String header() {
        return headerOf(texts);
    }

    /** @param texts lowest first */
    static String headerOf(List<String> texts) {
        var line = new StringBuilder();
        for (int i = texts.size() - 1; i >= 0; i--) {
            line.append(line.isEmpty() ? "" : "/").append(texts.get(i));
        }
        return line.toString();
    }

    /** Whether the part is one of those that the word list names for the column, for example {@code PLANNED}. */
    boolean isPart(String name) {
        var words = Words.SHIPPED.list("part." + column.no() + "." + name);
        var folded = Wording.of(part);
        return !folded.isEmpty() && words.stream().anyMatch(folded::contains);
    }

    SheetColumn as(LedgerColumn other, String otherPart) {
        return new SheetColumn(index, other, texts, otherPart, hidden);
    }
}
