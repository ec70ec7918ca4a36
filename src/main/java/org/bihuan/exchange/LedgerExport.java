package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the ledger as a workbook of the 42 columns, row by row: memory does not grow with the ledger. */
final class LedgerExport {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int ROWS_PER_SHEET = 1_000_000;
    private static final int WIDTH_UNIT = 256;
    private static final int NARROW = 14;
    private static final int WIDE = 30;

    private final String sheetName;

    LedgerExport(String sheetName) {
        this.sheetName = sheetName;
    }

    /**
     * Does not close the stream.
     *
     * @param mark who exported when, given the number of rows; the last row, which an import skips as a note
     * @return how many rows were written
     */
    long write(Iterator<LedgerRow> rows, LongFunction<String> mark, OutputStream to) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            var cells = new SheetCells(workbook);
            var sheet = newSheet(workbook, cells);
            long serial = 0;
            int next = 1;
            while (rows.hasNext()) {
                if (next > ROWS_PER_SHEET) {
                    sheet = newSheet(workbook, cells);
                    next = 1;
                }
                var row = rows.next();
                var target = sheet.createRow(next++);
                serial++;
                for (var column : LedgerColumn.values()) {
                    var cell = LedgerRowCells.cell(column, row, serial);
                    if (cell != null) {
                        cells.put(target, column.no() - 1, cell, false);
                    }
                }
            }
            cells.put(sheet.createRow(next), 0, SheetCell.text(mark.apply(serial)), true);
            workbook.write(to);
            return serial;
        }
    }

    private SXSSFSheet newSheet(SXSSFWorkbook workbook, SheetCells cells) {
        var number = workbook.getNumberOfSheets();
        var sheet = workbook.createSheet(number == 0 ? sheetName : sheetName + (number + 1));
        var header = sheet.createRow(0);
        for (var column : LedgerColumn.values()) {
            cells.put(header, column.no() - 1, SheetCell.text(LedgerHeaders.SHIPPED.name(column)), true);
            sheet.setColumnWidth(column.no() - 1, (column.maxLength() >= 400 ? WIDE : NARROW) * WIDTH_UNIT);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }
}
