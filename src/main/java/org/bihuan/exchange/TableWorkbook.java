package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a table as it is taken in; every cell is a text, so that no program computes or rounds a code. */
final class TableWorkbook {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 24 * 256;

    private TableWorkbook() {}

    static void write(String name, List<TableColumn> columns, List<TableRow> rows, OutputStream to) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            var text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
            var header = sheet.createRow(0);
            for (int at = 0; at < columns.size(); at++) {
                sheet.setColumnWidth(at, WIDTH);
                sheet.setDefaultColumnStyle(at, text);
                header.createCell(at).setCellValue(columns.get(at).headers().get(0));
            }
            int next = 1;
            for (var row : rows) {
                var cells = sheet.createRow(next++);
                for (int at = 0; at < columns.size(); at++) {
                    var cell = cells.createCell(at);
                    cell.setCellStyle(text);
                    cell.setCellValue(row.text(columns.get(at).name()));
                }
            }
            sheet.createFreezePane(0, 1);
            workbook.write(to);
        }
    }
}
