package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes returned rows as a workbook: widths, hidden columns, merged header cells and number formats of the sender's. */
final class RejectedWorkbook {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_UNIT = 256;
    private static final int REASON_WIDTH = 50;
    private static final int MAX_MERGED = 5_000;

    private RejectedWorkbook() {}

    static void write(List<RejectedRows.Page> pages, OutputStream to) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            var cells = new SheetCells(workbook);
            for (var page : pages) {
                write(page, workbook, cells);
            }
            if (pages.isEmpty()) {
                workbook.createSheet();
            }
            workbook.write(to);
        }
    }

    private static void write(RejectedRows.Page page, SXSSFWorkbook workbook, SheetCells cells) {
        var source = page.header().sheet();
        if (source.isDate1904()) {
            // Serials are handed back as they came, so the day they count from must be the same.
            var book = workbook.getXSSFWorkbook().getCTWorkbook();
            (book.isSetWorkbookPr() ? book.getWorkbookPr() : book.addNewWorkbookPr()).setDate1904(true);
        }
        var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(source.title()));
        layOut(page, sheet);
        for (int number = 1; number <= page.header().bottom(); number++) {
            var above = source.rows().get(number);
            var row = sheet.createRow(number - 1);
            if (above != null) {
                above.forEach((cell, column) -> {
                    if (column != page.reasonColumn()) {
                        cells.put(row, column, cell, true);
                    }
                });
            }
            if (number == page.header().bottom()) {
                cells.put(row, page.reasonColumn(), SheetCell.text(page.reasonHeader()), true);
            }
        }
        int next = page.header().bottom();
        for (var returned : page.rows()) {
            Row row = sheet.createRow(next++);
            returned.cells().forEach((column, cell) -> {
                if (column != page.reasonColumn()) {
                    cells.put(row, column, cell, false);
                }
            });
            cells.put(row, page.reasonColumn(), SheetCell.text(returned.reason()), false);
        }
        sheet.createFreezePane(0, page.header().bottom());
    }

    private static void layOut(RejectedRows.Page page, SXSSFSheet sheet) {
        var source = page.header().sheet();
        source.widths().forEach((column, width) -> sheet.setColumnWidth(column, (int) (width * WIDTH_UNIT)));
        source.hiddenColumns().forEach(column -> sheet.setColumnHidden(column, true));
        sheet.setColumnHidden(page.reasonColumn(), false);
        sheet.setColumnWidth(page.reasonColumn(), REASON_WIDTH * WIDTH_UNIT);
        source.merged().stream()
                .filter(area -> area.lastRow() <= page.header().bottom())
                .limit(MAX_MERGED)
                .forEach(area -> sheet.addMergedRegionUnsafe(new CellRangeAddress(
                        area.firstRow() - 1, area.lastRow() - 1, area.firstColumn(), area.lastColumn())));
    }
}
