package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A file as a table of known columns. Headers are compared like those of a ledger; whatever stands above the first row that names all
 * required columns is a title.
 *
 * @param headers of the sheets that hold such a table
 * @param rows under them, blank ones and repeated headers left out
 * @param places where each row stands
 * @param notes on the file
 */
record TableFile(List<SheetHeader> headers, List<TableRow> rows, List<Place> places, List<FileNote> notes) {
    private static final int FIRST_ROWS = 60;

    /**
     * @throws InvalidInput for field {@code file} when no sheet has any header
     * @throws UnknownColumns when the likeliest header lacks a required column
     */
    static TableFile of(LedgerFile file, List<TableColumn> columns) {
        var reading = new Reading(columns);
        file.hiddenSheets().forEach(name -> reading.note(FileNote.Kind.SHEET_HIDDEN, name, List.of()));
        file.sheets().forEach(reading::read);
        if (reading.headers.isEmpty()) {
            throw reading.refusal();
        }
        return new TableFile(reading.headers, reading.rows, reading.places, reading.notes);
    }

    private static final class Reading {
        private final List<TableColumn> columns;
        private final Map<String, TableColumn> meanings = new HashMap<>();
        private final List<SheetHeader> headers = new ArrayList<>();
        private final List<TableRow> rows = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final List<FileNote> notes = new ArrayList<>();
        private Map<Integer, TableColumn> likeliest = Map.of();
        private final List<UnknownColumns.Header> unknown = new ArrayList<>();

        Reading(List<TableColumn> columns) {
            this.columns = columns;
            for (var column : columns) {
                meanings.put(Wording.header(column.name()), column);
                column.headers().forEach(header -> meanings.put(Wording.header(header), column));
            }
        }

        void read(Sheet sheet) {
            for (var row : sheet.rows().values().stream().limit(FIRST_ROWS).toList()) {
                var known = known(row);
                if (known.size() > likeliest.size()) {
                    likeliest = known;
                    unknown.clear();
                    unknown.addAll(unknown(sheet, row, known));
                }
                if (missing(known).isEmpty()) {
                    headers.add(new SheetHeader(sheet, row.number(), row.number(), List.of(), List.of(), List.of()));
                    unknown(sheet, row, known)
                            .forEach(header -> note(
                                    FileNote.Kind.HEADER_UNKNOWN,
                                    sheet.name(),
                                    List.of(header.column(), header.header())));
                    sheet.rows().tailMap(row.number(), false).values().forEach(below -> read(sheet, below, known));
                    return;
                }
            }
            if (!sheet.rows().isEmpty()) {
                note(FileNote.Kind.SHEET_WITHOUT_HEADER, sheet.name(), List.of());
            }
        }

        private void read(Sheet sheet, SheetRow row, Map<Integer, TableColumn> known) {
            var cells = new HashMap<String, String>();
            known.forEach((column, meaning) -> cells.put(
                    meaning.name(), row.cell(column).map(Reading::text).orElse("")));
            if (cells.values().stream().allMatch(String::isEmpty) || known(row).equals(known)) {
                return;
            }
            rows.add(new TableRow(Map.copyOf(cells)));
            places.add(new Place(sheet.name(), row.number()));
        }

        private static String text(SheetCell cell) {
            return Words.SHIPPED.has("empty", Wording.of(cell.text())) ? "" : Wording.clean(cell.text());
        }

        /** Of two columns with one meaning the first counts. */
        private Map<Integer, TableColumn> known(SheetRow row) {
            var known = new TreeMap<Integer, TableColumn>();
            row.forEach((cell, column) -> {
                var meaning = meanings.get(Wording.header(cell.text()));
                if (meaning != null && !known.containsValue(meaning)) {
                    known.put(column, meaning);
                }
            });
            return known;
        }

        private static List<UnknownColumns.Header> unknown(Sheet sheet, SheetRow row, Map<Integer, TableColumn> known) {
            var unknown = new ArrayList<UnknownColumns.Header>();
            row.forEach((cell, column) -> {
                if (!known.containsKey(column)) {
                    unknown.add(new UnknownColumns.Header(
                            sheet.name(), SheetHeader.letters(column), Wording.clean(cell.text())));
                }
            });
            return unknown;
        }

        private List<TableColumn> missing(Map<Integer, TableColumn> known) {
            return columns.stream()
                    .filter(column -> column.required() && !known.containsValue(column))
                    .toList();
        }

        private RuntimeException refusal() {
            return likeliest.isEmpty()
                    ? new InvalidInput("file", "NO_HEADER")
                    : new UnknownColumns(unknown, missing(likeliest));
        }

        private void note(FileNote.Kind kind, @Nullable String sheet, List<String> arguments) {
            notes.add(new FileNote(kind, sheet, arguments));
        }
    }
}
