package org.bihuan.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows under a header, each seen as a reader sees it: merged cells carried down, ditto words replaced by what they repeat. Goes
 * through a sheet once, from top to bottom.
 */
final class DataRows {
    private static final Words WORDS = Words.SHIPPED;

    private final SheetHeader header;
    private final Map<Integer, SheetCell> above = new HashMap<>();

    DataRows(SheetHeader header) {
        this.header = header;
    }

    Stream<DataRow> stream() {
        return header.sheet().rows().tailMap(header.bottom(), false).values().stream()
                .map(this::read);
    }

    private DataRow read(SheetRow row) {
        var seen = new HashMap<Integer, SheetCell>();
        for (int column = 0; column < row.width(); column++) {
            var cell = row.cell(column);
            if (cell.isPresent()) {
                seen.put(column, cell.get());
            }
        }
        var read = new DataRow(header, row, seen);
        if (read.skipReason().isPresent()) {
            return read;
        }
        seen.replaceAll((column, cell) ->
                WORDS.has("ditto", Wording.of(cell.text())) ? above.getOrDefault(column, SheetCell.text("")) : cell);
        seen.values().removeIf(SheetCell::isBlank);
        above.clear();
        above.putAll(seen);
        return read;
    }

    /** Whether and why a row holds no hazard. */
    enum Skip {
        TITLE,
        HEADER,
        SUBTOTAL,
        BLANK,
        NOTE
    }
}
