package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.exchange.FileNote.Kind;

/** Collects what is worth knowing about a file. */
final class FileNotes {
    private static final int MOST = 200;

    private FileNotes() {}

    static List<FileNote> of(LedgerFile file, List<SheetHeader> headers, List<ReadRow> rows) {
        var notes = new ArrayList<FileNote>();
        file.hiddenSheets().forEach(name -> notes.add(new FileNote(Kind.SHEET_HIDDEN, name, List.of())));
        for (var sheet : file.sheets()) {
            if (!sheet.rows().isEmpty()
                    && headers.stream().noneMatch(header -> header.sheet().equals(sheet))) {
                notes.add(new FileNote(Kind.SHEET_WITHOUT_HEADER, sheet.name(), List.of()));
            }
        }
        for (var header : headers) {
            var sheet = header.sheet().name();
            header.unknown()
                    .forEach(unknown -> notes.add(
                            new FileNote(Kind.HEADER_UNKNOWN, sheet, List.of(unknown.column(), unknown.header()))));
            header.twice()
                    .forEach(twice -> notes.add(new FileNote(
                            Kind.HEADER_TWICE, sheet, List.of(SheetHeader.letters(twice.index()), twice.header()))));
            var hidden = rows.stream()
                    .filter(row -> row.row().sheet().equals(header.sheet())
                            && row.row().isHidden())
                    .count();
            if (hidden > 0) {
                notes.add(new FileNote(Kind.HIDDEN_ROWS_READ, sheet, List.of(Long.toString(hidden))));
            }
        }
        for (var row : rows) {
            if (row.unclearMoney() != null) {
                notes.add(new FileNote(
                        Kind.MONEY_UNCLEAR,
                        row.place().sheet(),
                        List.of(Integer.toString(row.place().row()), row.unclearMoney())));
            }
        }
        return List.copyOf(notes.subList(0, Math.min(MOST, notes.size())));
    }
}
