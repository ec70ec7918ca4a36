package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a header into columns: lower text first, hand mapping before the list, visible before hidden. */
final class HeaderColumns {
    private final Sheet sheet;
    private final HandMapping mapping;
    private final int top;
    private final int bottom;

    HeaderColumns(Sheet sheet, HandMapping mapping, int top, int bottom) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.top = top;
        this.bottom = bottom;
    }

    SheetHeader read() {
        var unknown = new ArrayList<UnknownHeaders.Header>();
        var twice = new ArrayList<SheetColumn>();
        var kept = new LinkedHashMap<String, SheetColumn>();
        var width = sheet.rows().subMap(top, true, bottom, true).values().stream()
                .mapToInt(SheetRow::width)
                .max()
                .orElse(0);
        for (int index = 0; index < width; index++) {
            var texts = texts(index);
            if (texts.isEmpty()) {
                continue;
            }
            var column = column(index, texts);
            if (column.isEmpty()) {
                if (texts.stream().noneMatch(mapping::names) && !mapping.names(SheetColumn.headerOf(texts))) {
                    unknown.add(new UnknownHeaders.Header(
                            sheet.name(),
                            SheetHeader.letters(index),
                            texts.get(0),
                            LedgerHeaders.SHIPPED.suggest(texts.get(0))));
                }
                continue;
            }
            keep(column.get(), kept, twice);
        }
        return new SheetHeader(sheet, top, bottom, List.copyOf(kept.values()), unknown, twice);
    }

    private void keep(SheetColumn column, Map<String, SheetColumn> kept, List<SheetColumn> twice) {
        var before = kept.get(key(column));
        if (before == null) {
            kept.put(key(column), column);
        } else if (before.hidden() && !column.hidden()) {
            twice.add(before);
            kept.put(key(column), column);
        } else {
            var other = underItsHeading(column).filter(moved -> !kept.containsKey(key(moved)));
            other.ifPresentOrElse(moved -> kept.put(key(moved), moved), () -> twice.add(column));
        }
    }

    /** The second of two columns that are both called "person" may be the region's person, as the text above it says. */
    private static Optional<SheetColumn> underItsHeading(SheetColumn column) {
        var texts = column.texts();
        if (texts.size() < 2) {
            return Optional.empty();
        }
        return LedgerHeaders.SHIPPED
                .find(texts.get(1) + texts.get(0))
                .map(other -> column.as(other, ""))
                .or(() -> LedgerHeaders.SHIPPED
                        .find(texts.get(1))
                        .filter(LedgerColumn::maySplit)
                        .map(other -> column.as(other, texts.get(0))))
                .filter(moved -> moved.column() != column.column());
    }

    /** Columns of one key mean the same; parts of a split column have keys of their own. */
    private static String key(SheetColumn column) {
        return column.column() + "/" + (column.column().maySplit() ? Wording.of(column.part()) : "");
    }

    private Optional<SheetColumn> column(int index, List<String> texts) {
        var whole = SheetColumn.headerOf(texts);
        if (mapping.names(whole)) {
            return mapping.find(whole)
                    .map(column -> new SheetColumn(index, column, texts, "", sheet.isHiddenColumn(index)));
        }
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var found = mapping.names(text) ? mapping.find(text) : LedgerHeaders.SHIPPED.find(text);
            if (mapping.names(text) && found.isEmpty()) {
                return Optional.empty();
            }
            if (found.isPresent()) {
                return Optional.of(new SheetColumn(
                        index, found.get(), texts, part(found.get(), texts, i), sheet.isHiddenColumn(index)));
            }
        }
        return Optional.empty();
    }

    /** The lower text under the one that was known; a known part's own name; a remark in brackets. */
    private static String part(LedgerColumn column, List<String> texts, int known) {
        if (!column.maySplit()) {
            return "";
        }
        if (known > 0) {
            return texts.get(0);
        }
        var text = texts.get(known);
        if (column == LedgerColumn.RESPONSIBLE) {
            return Wording.remark(text);
        }
        if (Wording.header(text).equals(Wording.header(LedgerHeaders.SHIPPED.name(column)))) {
            return "";
        }
        var isNamedPart = Words.SHIPPED.partsOf(column).stream()
                .anyMatch(word -> Wording.header(text).contains(word));
        return isNamedPart ? Wording.header(text) : "";
    }

    /** The header texts over a column from below, each once; merged headers count for all their columns. */
    private List<String> texts(int index) {
        var texts = new ArrayList<String>();
        for (int row = bottom; row >= top; row--) {
            var text = text(row, index);
            if (!text.isEmpty()
                    && (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text))) {
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(int row, int index) {
        for (var area : sheet.merged()) {
            if (area.holds(row, index)) {
                return sheet.cell(area.firstRow(), area.firstColumn())
                        .map(cell -> Wording.clean(cell.text()))
                        .orElse("");
            }
        }
        var own = sheet.cell(row, index).map(cell -> Wording.clean(cell.text())).orElse("");
        return own.isEmpty() && row < bottom ? fromTheLeft(row, index) : own;
    }

    /** Where nothing is merged, as in CSV, an upper text stands over the columns to its right that have none but a lower one. */
    private String fromTheLeft(int row, int index) {
        if (!sheet.merged().isEmpty() || sheet.cell(bottom, index).isEmpty()) {
            return "";
        }
        for (int left = index - 1; left >= 0; left--) {
            var text = sheet.cell(row, left);
            if (text.isPresent()) {
                return Wording.clean(text.get().text());
            }
        }
        return "";
    }
}
