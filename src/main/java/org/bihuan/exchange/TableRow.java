package org.bihuan.exchange;

import java.util.Map;

/**
 * One row of a table that is taken in.
 *
 * @param cells by column name, cleaned; an empty cell as an empty text; without the columns that the file does not have
 */
public record TableRow(Map<String, String> cells) {

    /** Whether the file says anything about the column, be it nothing. */
    public boolean has(String column) {
        return cells.containsKey(column);
    }

    public String text(String column) {
        return cells.getOrDefault(column, "");
    }
}
