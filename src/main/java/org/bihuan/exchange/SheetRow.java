package org.bihuan.exchange;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** One row of a sheet: its filled cells by column, and what it inherits from cells merged down to it. */
final class SheetRow {
    private final int number;
    private final boolean hidden;
    private @Nullable SheetCell[] cells = new @Nullable SheetCell[0];
    private @Nullable SheetCell[] inherited = new @Nullable SheetCell[0];
    private int own;

    /** @param number sheet row from 1; in a CSV file the record */
    SheetRow(int number, boolean hidden) {
        this.number = number;
        this.hidden = hidden;
    }

    int number() {
        return number;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Columns count from 0. */
    void put(int column, SheetCell cell) {
        cells = grown(cells, column);
        cells[column] = cell;
        own++;
    }

    /** A cell merged downwards counts for this row too, and hides what may lie under it. */
    void inherit(int column, SheetCell cell) {
        inherited = grown(inherited, column);
        inherited[column] = cell;
        if (column < cells.length && cells[column] != null) {
            cells[column] = null;
            own--;
        }
    }

    Optional<SheetCell> cell(int column) {
        if (column < inherited.length && inherited[column] != null) {
            return Optional.ofNullable(inherited[column]);
        }
        return column < cells.length ? Optional.ofNullable(cells[column]) : Optional.empty();
    }

    /** Whether nothing stands in the row itself. */
    boolean isBlank() {
        return own == 0;
    }

    /** One past the last column that may hold something. */
    int width() {
        return Math.max(cells.length, inherited.length);
    }

    /** The row's own cells from left to right. */
    void forEach(ObjIntConsumer<SheetCell> visitor) {
        for (int column = 0; column < cells.length; column++) {
            var cell = cells[column];
            if (cell != null) {
                visitor.accept(cell, column);
            }
        }
    }

    /** The first filled cell from the left, inherited ones counted; empty in a blank row. */
    Optional<SheetCell> first() {
        for (int column = 0; column < width(); column++) {
            var cell = cell(column);
            if (cell.isPresent()) {
                return cell;
            }
        }
        return Optional.empty();
    }

    private static @Nullable SheetCell[] grown(@Nullable SheetCell[] cells, int column) {
        return column < cells.length ? cells : Arrays.copyOf(cells, Math.max(column + 1, cells.length + 16));
    }
}
