package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Headers that a person has assigned by hand, for those that no list names. */
final class HandMapping {
    static final HandMapping NONE = new HandMapping(Map.of());

    private final Map<String, Integer> columns;

    private HandMapping(Map<String, Integer> columns) {
        this.columns = columns;
    }

    /**
     * @param columns header text to number of the ledger column, as number or text; 0 or null leaves the column out
     * @throws InvalidInput for field {@code mapping}
     */
    static HandMapping of(Map<String, ? extends @Nullable Object> columns) {
        var read = new HashMap<String, Integer>();
        var problems = new ArrayList<InvalidInput.Problem>();
        columns.forEach((header, column) -> {
            try {
                var no = column == null ? 0 : Integer.parseInt(column.toString().strip());
                if (no < 0 || no > LedgerColumn.values().length) {
                    throw new NumberFormatException();
                }
                read.put(Wording.header(header), no);
            } catch (NumberFormatException e) {
                problems.add(new InvalidInput.Problem(
                        "mapping", "NOT_A_COLUMN", List.of(Wording.clean(header), String.valueOf(column))));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new HandMapping(read);
    }

    boolean names(String header) {
        return columns.containsKey(Wording.header(header));
    }

    /** Empty for a header that it does not name, and for one that is to be left out. */
    Optional<LedgerColumn> find(String header) {
        return Optional.ofNullable(columns.get(Wording.header(header))).flatMap(LedgerColumn::of);
    }
}
