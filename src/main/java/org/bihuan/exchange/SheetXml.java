package org.bihuan.exchange;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The XML of one sheet: its cells with the values last computed, what is merged and what is hidden. */
final class SheetXml extends DefaultHandler {
    private static final int MAX_MERGED = 100_000;
    private static final int MAX_CELL_CHARACTERS = 40_000;

    private final Sheet sheet;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final ReadingBudget budget;

    private @Nullable SheetRow row;
    private int rowNumber;
    private int column = -1;
    private @Nullable String type;
    private @Nullable String style;
    private boolean inCell;
    private boolean inValue;
    private boolean inReadingAid;
    private final StringBuilder value = new StringBuilder();

    SheetXml(Sheet sheet, SharedTexts texts, NumberFormats formats, ReadingBudget budget) {
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
        this.budget = budget;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "col" -> column(attributes);
            case "row" -> {
                rowNumber = number(attributes.getValue("r"), rowNumber + 1);
                row = new SheetRow(rowNumber, WorkbookOutline.isTrue(attributes.getValue("hidden")));
                column = -1;
            }
            case "c" -> {
                var reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                type = attributes.getValue("t");
                style = attributes.getValue("s");
                value.setLength(0);
                inCell = true;
            }
            case "v", "t" -> inValue = inCell && !inReadingAid;
            case "rPh" -> inReadingAid = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {
                // formulas and layout
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inReadingAid = false;
            case "c" -> {
                inCell = false;
                keep(cell(value.toString()));
            }
            case "row" -> {
                if (row != null) {
                    sheet.add(row);
                }
                row = null;
            }
            default -> {
                // formulas and layout
            }
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        if (inValue && value.length() < MAX_CELL_CHARACTERS) {
            budget.characters(length);
            value.append(ch, start, length);
        }
    }

    private void keep(@Nullable SheetCell cell) {
        if (cell == null || row == null || cell.isBlank()) {
            return;
        }
        budget.cell(column);
        row.put(column, cell);
    }

    private @Nullable SheetCell cell(String raw) {
        if (raw.isEmpty()) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> texts.get(number(raw, -1)).map(SheetCell::text).orElse(null);
            case "inlineStr", "str" -> SheetCell.text(EscapedText.read(raw));
            case "b" -> SheetCell.text(WorkbookOutline.isTrue(raw) ? "TRUE" : "FALSE");
            case "e" -> SheetCell.error(raw);
            case "d" -> SheetCell.text(raw.replace('T', ' '));
            default -> number(raw);
        };
    }

    private SheetCell number(String raw) {
        try {
            var number = Double.parseDouble(raw);
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                return SheetCell.error(raw);
            }
            var shown = formats.of(style);
            return shown.asDate()
                    ? SheetCell.date(number, sheet.isDate1904(), shown.format())
                    : SheetCell.number(number, shown.format());
        } catch (NumberFormatException e) {
            return SheetCell.text(raw);
        }
    }

    private void column(Attributes attributes) {
        var first = number(attributes.getValue("min"), 1) - 1;
        var last = number(attributes.getValue("max"), 1) - 1;
        if (WorkbookOutline.isTrue(attributes.getValue("hidden"))) {
            sheet.hideColumns(Math.max(0, first), last);
        }
        var width = attributes.getValue("width");
        try {
            if (width != null) {
                sheet.widen(Math.max(0, first), last, Math.min(255, Double.parseDouble(width)));
            }
        } catch (NumberFormatException ignored) {
            // a sheet without widths is as good
        }
    }

    private void merge(@Nullable String reference) {
        if (reference == null) {
            return;
        }
        if (sheet.merged().size() == MAX_MERGED) {
            throw new InvalidInput("file", "FILE_BROKEN");
        }
        var range = CellRangeAddress.valueOf(reference);
        sheet.merge(new Sheet.Area(
                range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn()));
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
