package org.bihuan.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.exchange.LedgerReading.Judged;

/** Makes workbooks for tests; null leaves a cell out, a text that begins with = is a formula. */
final class Workbooks {
    private Workbooks() {}

    static byte[] workbook(Consumer<XSSFWorkbook> content) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sheet sheet(XSSFWorkbook workbook, String name, Object[]... rows) {
        var sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                put(workbook, row.createCell(c), rows[r][c]);
            }
        }
        return sheet;
    }

    private static void put(XSSFWorkbook workbook, org.apache.poi.ss.usermodel.Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            cell.setCellValue(day);
            cell.setCellStyle(style);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof String text && text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    static void merge(Sheet sheet, String area) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    }

    static List<RowResult> results(byte[] workbook) {
        return LedgerDraft.read(LedgerFile.read("台账.xlsx", workbook)).stream()
                .map(Judged::result)
                .toList();
    }
}
