package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.shared.InvalidInput;

/** Finds the header of a sheet: the first row that names at least five columns, with the row above or below it that it is merged with. */
final class HeaderSearch {
    private static final int ENOUGH = 5;
    private static final int FIRST_ROWS = 60;
    private static final int FEWEST_TEXTS = 3;
    private static final int HIGHEST_HEADER = 4;
    private static final Set<LedgerColumn> SMALLEST = EnumSet.of(
            LedgerColumn.FOUND_ON, LedgerColumn.ENTERPRISE_NAME, LedgerColumn.DESCRIPTION, LedgerColumn.GRADE);

    private final Sheet sheet;
    private final HandMapping mapping;

    HeaderSearch(Sheet sheet, HandMapping mapping) {
        this.sheet = sheet;
        this.mapping = mapping;
    }

    /** Empty for a sheet that holds something else. */
    Optional<SheetHeader> find() {
        return firstRows().stream()
                .filter(row -> {
                    var known = known(row);
                    return known.size() >= ENOUGH || known.containsAll(SMALLEST);
                })
                .findFirst()
                .map(this::headerAround);
    }

    /** The row that looks most like a header though it names too few columns; for asking a person. */
    Optional<SheetHeader> likeliest() {
        SheetRow best = null;
        var most = -1;
        for (var row : firstRows()) {
            var known = known(row).size();
            if (texts(row).size() >= FEWEST_TEXTS && known > most) {
                best = row;
                most = known;
            }
        }
        return Optional.ofNullable(best).map(this::headerAround);
    }

    private List<SheetRow> firstRows() {
        return sheet.rows().values().stream().limit(FIRST_ROWS).toList();
    }

    private Set<LedgerColumn> known(SheetRow row) {
        var known = EnumSet.noneOf(LedgerColumn.class);
        row.forEach((cell, column) -> meaning(cell.text()).ifPresent(known::add));
        return known;
    }

    private Set<String> texts(SheetRow row) {
        var texts = new LinkedHashSet<String>();
        row.forEach((cell, column) -> texts.add(Wording.of(cell.text())));
        return texts;
    }

    private SheetHeader headerAround(SheetRow row) {
        int top = row.number();
        int bottom = row.number();
        for (var area : sheet.merged()) {
            var spans = area.firstRow() <= row.number() && area.lastRow() >= row.number();
            if (spans && area.lastRow() > area.firstRow() && area.lastRow() - area.firstRow() < HIGHEST_HEADER) {
                top = Math.min(top, area.firstRow());
                bottom = Math.max(bottom, area.lastRow());
            }
        }
        if (top == bottom && isContinued(row)) {
            bottom++;
        }
        if (top == bottom && isUnderGroups(row)) {
            top--;
        }
        return new HeaderColumns(sheet, mapping, top, bottom).read();
    }

    /** Without merged cells: the next row stands under nothing but gaps and columns that may split, or names columns itself. */
    private boolean isContinued(SheetRow row) {
        var next = sheet.rows().get(row.number() + 1);
        if (next == null) {
            return false;
        }
        int[] seen = {0, 0, 0};
        next.forEach((cell, column) -> {
            seen[0]++;
            var above = row.cell(column).map(SheetCell::text);
            var whole = above.map(text -> text + "/" + cell.text()).orElse("");
            if (meaning(cell.text()).isPresent() || mapping.names(whole)) {
                seen[1]++;
            } else if (above.isPresent()
                    && above.flatMap(this::meaning)
                            .filter(LedgerColumn::maySplit)
                            .isEmpty()) {
                seen[2]++;
            }
        });
        return seen[2] == 0 && (seen[1] > 0 || seen[0] > 1);
    }

    /** The row above groups columns under common headings, each merged over a few of them. */
    private boolean isUnderGroups(SheetRow row) {
        var above = row.number() - 1;
        var groups = sheet.merged().stream()
                .filter(area -> area.firstRow() == above && area.lastRow() == above)
                .filter(area -> area.lastColumn() > area.firstColumn()
                        && sheet.cell(above, area.firstColumn()).isPresent())
                .count();
        return groups >= 2;
    }

    private Optional<LedgerColumn> meaning(String header) {
        return mapping.names(header) ? mapping.find(header) : LedgerHeaders.SHIPPED.find(header);
    }

    /** All headers of the file, or what a person has to say first. */
    static List<SheetHeader> inAll(List<Sheet> sheets, HandMapping mapping) {
        var found = new ArrayList<SheetHeader>();
        for (var sheet : sheets) {
            new HeaderSearch(sheet, mapping).find().ifPresent(found::add);
        }
        if (found.isEmpty()) {
            sheets.stream()
                    .map(sheet -> new HeaderSearch(sheet, mapping).likeliest())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw new InvalidInput("file", "NO_LEDGER");
        }
        var missing = new LinkedHashSet<LedgerColumn>();
        var unknown = new ArrayList<UnknownHeaders.Header>();
        for (var header : found) {
            missing.addAll(header.missing());
            unknown.addAll(header.unknown());
        }
        if (!missing.isEmpty()) {
            throw new UnknownHeaders(unknown, List.copyOf(missing));
        }
        return found;
    }
}
