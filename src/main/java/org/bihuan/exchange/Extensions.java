package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.exchange.LedgerDates.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What column 38 says: how often the term was extended and until when. Where a count stands before the first slash, the part
 * after it is the date.
 *
 * @param count 0 if the cell is empty, 1 if it only names a date
 */
record Extensions(int count, Reading until) {
    private static final Words WORDS = Words.SHIPPED;

    static Extensions of(List<DataRow.Part> cells, LedgerDates dates, boolean date1904, @Nullable LocalDate foundOn) {
        var count = 0;
        var until = Reading.EMPTY;
        for (var part : cells) {
            var cell = part.cell();
            var text = Wording.nfkc(cell.text());
            var slash = text.indexOf('/');
            var before = count(slash < 0 ? text : text.substring(0, slash));
            if (before.isPresent()) {
                count = before.get();
            }
            var rest =
                    slash >= 0 && (before.isPresent() || slash == 0) ? SheetCell.text(text.substring(slash + 1)) : cell;
            if (slash >= 0 || before.isEmpty()) {
                until = dates.later(Optional.of(rest), date1904, foundOn);
            }
        }
        return new Extensions(count == 0 && until.day() != null ? 1 : count, until);
    }

    private static Optional<Integer> count(String text) {
        var parts = WORDS.pattern("extension.count").matcher(Wording.of(text));
        return parts.matches() ? Optional.of(Integer.parseInt(parts.group(1))) : Optional.empty();
    }
}
