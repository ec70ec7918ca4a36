package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.exchange.ReadRow.Place;

/**
 * Gives rows back in the sender's own layout with the reason beside each: what stands above and in the header stays as it is, a
 * row's merged and ditto cells are filled, so that it can be read without its neighbours. Corrected, the file can be sent again.
 */
final class RejectedRows {
    private final String reasonHeader;

    /** @param reasonHeader the header of the reason column */
    RejectedRows(String reasonHeader) {
        this.reasonHeader = reasonHeader;
    }

    /**
     * Writes a workbook for a workbook, a CSV file in the same encoding for a CSV file; does not close the stream.
     *
     * @param headers as they were understood when the file was read
     * @param reasons Chinese sentence of each row that goes back
     */
    void write(LedgerFile file, List<SheetHeader> headers, Map<Place, String> reasons, OutputStream to)
            throws IOException {
        var pages = new ArrayList<Page>();
        for (var header : headers) {
            var page = page(header, reasons);
            if (!page.rows().isEmpty()) {
                pages.add(page);
            }
        }
        if (file.kind() == LedgerFile.Kind.CSV) {
            RejectedCsv.write(file, pages, to);
        } else {
            RejectedWorkbook.write(pages, to);
        }
    }

    /**
     * One sheet to write.
     *
     * @param reasonColumn where the reasons go: behind the last column, or where an earlier return has put them
     */
    record Page(SheetHeader header, int reasonColumn, String reasonHeader, List<Returned> rows) {}

    /** A row that goes back, by sheet column. */
    record Returned(Map<Integer, SheetCell> cells, String reason) {}

    private Page page(SheetHeader header, Map<Place, String> reasons) {
        var rows = new ArrayList<Returned>();
        new DataRows(header).stream().forEach(row -> {
            var reason = reasons.get(new Place(header.sheet().name(), row.number()));
            if (reason != null) {
                rows.add(new Returned(row.cells(), reason));
            }
        });
        return new Page(header, reasonColumn(header), reasonHeader, rows);
    }

    private int reasonColumn(SheetHeader header) {
        var sheet = header.sheet();
        int width = 0;
        for (var row : sheet.rows().values()) {
            for (int column = 0; column < row.width(); column++) {
                if (row.cell(column).isPresent()) {
                    width = Math.max(width, column + 1);
                }
            }
        }
        for (int column = 0; column < width; column++) {
            for (int row = header.top(); row <= header.bottom(); row++) {
                if (sheet.cell(row, column)
                        .filter(cell -> cell.text().equals(reasonHeader))
                        .isPresent()) {
                    return column;
                }
            }
        }
        return width;
    }
}
