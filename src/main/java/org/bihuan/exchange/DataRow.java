package org.bihuan.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.exchange.DataRows.Skip;

/** One row under a header, with its cells as {@link DataRows} sees them; read by ledger column. */
final class DataRow {
    private static final Words WORDS = Words.SHIPPED;
    private static final List<LedgerColumn> SUBSTANCE = List.of(
            LedgerColumn.FOUND_ON,
            LedgerColumn.ENTERPRISE_NAME,
            LedgerColumn.CREDIT_CODE,
            LedgerColumn.DESCRIPTION,
            LedgerColumn.RESPONSIBLE);

    private final SheetHeader header;
    private final SheetRow row;
    private final Map<Integer, SheetCell> cells;
    private final Optional<Skip> skip;

    /** @param cells by sheet column; the caller may still replace some */
    DataRow(SheetHeader header, SheetRow row, Map<Integer, SheetCell> cells) {
        this.header = header;
        this.row = row;
        this.cells = cells;
        this.skip = reasonToSkip();
    }

    Sheet sheet() {
        return header.sheet();
    }

    int number() {
        return row.number();
    }

    boolean isHidden() {
        return row.isHidden();
    }

    Map<Integer, SheetCell> cells() {
        return cells;
    }

    /** Why the row holds no hazard; empty for one that does (rule 2). */
    Optional<Skip> skipReason() {
        return skip;
    }

    private Optional<Skip> reasonToSkip() {
        if (header.isRepeatedBy(row)) {
            return Optional.of(Skip.HEADER);
        }
        var first = row.first().map(cell -> Wording.of(cell.text())).orElse("");
        if (WORDS.list("subtotal").stream().anyMatch(first::contains)) {
            return Optional.of(Skip.SUBTOTAL);
        }
        return SUBSTANCE.stream().allMatch(this::isEmpty) ? Optional.of(Skip.NOTE) : Optional.empty();
    }

    private boolean isEmpty(LedgerColumn column) {
        return filled(column).isEmpty();
    }

    /** The filled cells of a ledger column, more than one only where the sheet has split it. */
    List<Part> filled(LedgerColumn column) {
        return header.columns().stream()
                .filter(candidate -> candidate.column() == column)
                .flatMap(candidate -> Optional.ofNullable(cells.get(candidate.index()))
                        .filter(cell -> !saysNothing(cell))
                        .map(cell -> new Part(candidate, cell))
                        .stream())
                .toList();
    }

    /** The cell of a column that is not split. */
    Optional<SheetCell> cell(LedgerColumn column) {
        return filled(column).stream().map(Part::cell).findFirst();
    }

    /** The text of a column as it is kept; parts of a split column joined by a slash. Empty counts as absent. */
    Optional<String> text(LedgerColumn column) {
        var text = filled(column).stream()
                .filter(part -> part.cell().kind() != SheetCell.Kind.ERROR)
                .map(part -> Wording.clean(part.cell().text()))
                .collect(Collectors.joining("/"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The same folded for comparison; empty text where the column is empty. */
    String folded(LedgerColumn column) {
        return text(column).map(Wording::of).orElse("");
    }

    private static boolean saysNothing(SheetCell cell) {
        var folded = Wording.of(cell.text());
        return folded.isEmpty() || WORDS.has("empty", folded);
    }

    /** A filled cell and the column it stands in. */
    record Part(SheetColumn column, SheetCell cell) {}
}
