package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A sheet as it was sent, independent of the file's kind; rows without a filled cell are left out. */
final class Sheet {
    private static final int MAX_FILLED_DOWN = 2_000_000;

    private final @Nullable String name;
    private final String title;
    private final boolean date1904;
    private final ReadingBudget budget;
    private final NavigableMap<Integer, SheetRow> rows = new TreeMap<>();
    private final List<Area> merged = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Map<Integer, Double> widths = new HashMap<>();

    /**
     * @param name absent in a CSV file
     * @param title what may name a year: the sheet's name, or the name of the CSV file
     */
    Sheet(@Nullable String name, String title, boolean date1904, ReadingBudget budget) {
        this.name = name;
        this.title = title;
        this.date1904 = date1904;
        this.budget = budget;
    }

    /** Rows and columns from first to last, both ends included; rows from 1, columns from 0. */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean holds(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    void add(SheetRow row) {
        if (row.isBlank()) {
            return;
        }
        budget.row();
        rows.put(row.number(), row);
    }

    void merge(Area area) {
        merged.add(area);
    }

    void hideColumns(int first, int last) {
        for (int column = first; column <= Math.min(last, ReadingBudget.MAX_COLUMNS); column++) {
            hiddenColumns.add(column);
        }
    }

    void widen(int first, int last, double width) {
        for (int column = first; column <= Math.min(last, ReadingBudget.MAX_COLUMNS); column++) {
            widths.put(column, width);
        }
    }

    /** Lets cells merged downwards count for each of their rows; once, when all is read. */
    void fillDown() {
        int filled = 0;
        for (var area : merged) {
            var anchor = cell(area.firstRow(), area.firstColumn());
            if (anchor.isEmpty() || area.lastRow() == area.firstRow()) {
                continue;
            }
            for (var row :
                    rows.subMap(area.firstRow(), false, area.lastRow(), true).values()) {
                row.inherit(area.firstColumn(), anchor.get());
                if (++filled > MAX_FILLED_DOWN) {
                    throw new InvalidInput("file", "FILE_BROKEN");
                }
            }
        }
        rows.values().removeIf(SheetRow::isBlank);
    }

    @Nullable
    String name() {
        return name;
    }

    String title() {
        return title;
    }

    boolean isDate1904() {
        return date1904;
    }

    NavigableMap<Integer, SheetRow> rows() {
        return rows;
    }

    Optional<SheetCell> cell(int row, int column) {
        return Optional.ofNullable(rows.get(row)).flatMap(found -> found.cell(column));
    }

    List<Area> merged() {
        return merged;
    }

    boolean isHiddenColumn(int column) {
        return hiddenColumns.contains(column);
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }

    Map<Integer, Double> widths() {
        return widths;
    }

    int width() {
        return rows.values().stream().mapToInt(SheetRow::width).max().orElse(0);
    }
}
