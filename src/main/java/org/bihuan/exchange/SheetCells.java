package org.bihuan.exchange;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** Writes cells of a workbook: each kind as what it is, never as a formula; a style for each way to look, made once. */
final class SheetCells {
    private static final int MAX_FORMATS = 500;
    private static final int LONGEST_TEXT = 32_767;

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> styles = new HashMap<>();

    private record Look(@Nullable String format, boolean header, boolean asText) {}

    SheetCells(SXSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    void put(Row row, int column, SheetCell cell, boolean header) {
        var target = row.createCell(column);
        switch (cell.kind()) {
            case NUMBER, DATE -> {
                target.setCellValue(cell.number());
                target.setCellStyle(style(new Look(cell.format(), header, false)));
            }
            case TEXT, ERROR -> {
                var text = cell.text();
                target.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
                target.setCellStyle(style(new Look(null, header, FormulaText.isDangerous(text))));
            }
        }
    }

    private CellStyle style(Look look) {
        if (styles.size() >= MAX_FORMATS && !styles.containsKey(look)) {
            return style(new Look(null, look.header, look.asText));
        }
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        if (look.format != null) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
        }
        style.setWrapText(true);
        // As if somebody had typed an apostrophe first: stays text even when the cell is edited.
        style.setQuotePrefixed(look.asText);
        if (look.header) {
            var font = workbook.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }
}
