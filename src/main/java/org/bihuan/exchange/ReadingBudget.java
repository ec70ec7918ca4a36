package org.bihuan.exchange;

import org.bihuan.shared.InvalidInput;

/**
 * How much of a file is read into memory, over all its sheets: a small file can unpack to much. Enough for the largest ledger
 * of a county many times over; what goes beyond is refused, never cut.
 */
final class ReadingBudget {
    static final int MAX_ROWS = 50_000;
    static final int MAX_COLUMNS = 512;
    private static final int MAX_CELLS = 4_000_000;
    private static final int MAX_CHARACTERS = 80_000_000;

    private int rows;
    private int cells;
    private long characters;

    /** @throws InvalidInput for field {@code file}, as all below */
    void row() {
        if (++rows > MAX_ROWS) {
            throw new InvalidInput("file", "TOO_MANY_ROWS", Integer.toString(MAX_ROWS));
        }
    }

    /** @param column from 0 */
    void cell(int column) {
        if (column < 0 || column >= MAX_COLUMNS) {
            throw new InvalidInput("file", "TOO_MANY_COLUMNS", Integer.toString(MAX_COLUMNS));
        }
        if (++cells > MAX_CELLS) {
            throw new InvalidInput("file", "UNPACKS_TOO_LARGE");
        }
    }

    void characters(int count) {
        characters += count;
        if (characters > MAX_CHARACTERS) {
            throw new InvalidInput("file", "UNPACKS_TOO_LARGE");
        }
    }
}
