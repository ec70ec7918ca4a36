package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;

/**
 * The header of a sheet: which rows it takes and what each column is.
 *
 * @param top first header row, {@code bottom} the last
 * @param columns one for each ledger column or part of one, in sheet order
 * @param unknown headers that mean nothing to us
 * @param twice columns left out because another one of the same meaning counts
 */
record SheetHeader(
        Sheet sheet,
        int top,
        int bottom,
        List<SheetColumn> columns,
        List<UnknownHeaders.Header> unknown,
        List<SheetColumn> twice) {

    private static final int LONGEST_HEADER = 100;
    private static final Set<LedgerColumn> PARTIES =
            EnumSet.of(LedgerColumn.ENTERPRISE_NAME, LedgerColumn.CREDIT_CODE, LedgerColumn.RESPONSIBLE);

    /** Mandatory columns that no header names: 4, 12, 14, and 7 unless 8 or 18 is there. */
    List<LedgerColumn> missing() {
        var present = EnumSet.noneOf(LedgerColumn.class);
        columns.forEach(column -> present.add(column.column()));
        var missing = new ArrayList<LedgerColumn>();
        for (var column : List.of(
                LedgerColumn.FOUND_ON, LedgerColumn.ENTERPRISE_NAME, LedgerColumn.DESCRIPTION, LedgerColumn.GRADE)) {
            if (column == LedgerColumn.ENTERPRISE_NAME ? lacksEnterprise(present) : !present.contains(column)) {
                missing.add(column);
            }
        }
        return missing;
    }

    /** Without any party; or without the name while an unknown header looks much like it. */
    private boolean lacksEnterprise(Set<LedgerColumn> present) {
        if (present.contains(LedgerColumn.ENTERPRISE_NAME)) {
            return false;
        }
        return PARTIES.stream().noneMatch(present::contains)
                || unknown.stream()
                        .anyMatch(header -> !header.suggestions().isEmpty()
                                && header.suggestions().get(0) == LedgerColumn.ENTERPRISE_NAME);
    }

    /** Whether a row further down repeats the header: most of its cells say what stands above them. */
    boolean isRepeatedBy(SheetRow row) {
        int[] seen = {0, 0};
        row.forEach((cell, column) -> {
            seen[0]++;
            if (cell.text().length() <= LONGEST_HEADER && isAbove(Wording.header(cell.text()), column)) {
                seen[1]++;
            }
        });
        return seen[1] >= 3 && seen[1] * 10 >= seen[0] * 6;
    }

    private boolean isAbove(String folded, int column) {
        for (int row = top; row <= bottom; row++) {
            if (sheet.cell(row, column)
                    .filter(above -> Wording.header(above.text()).equals(folded))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }
}
