package org.bihuan.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Planned and spent money of a row, in yuan.
 *
 * @param unclear a text that could not be read, or a sum so large that yuan were probably meant; for a note on the file
 */
record Money(
        @Nullable Long plannedYuan,
        @Nullable Long spentYuan,
        @Nullable String unclear) {
    private static final Words WORDS = Words.SHIPPED;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    /** Ten thousand times ten thousand yuan for one hazard: more likely somebody wrote yuan. */
    private static final BigDecimal DOUBTFUL = BigDecimal.valueOf(100_000_000);

    static Money of(List<DataRow.Part> cells) {
        Long planned = null;
        Long spent = null;
        String unclear = null;
        for (var cell : cells) {
            var sums = Wording.of(cell.cell().text()).replace(",", "").split("/", -1);
            for (int i = 0; i < sums.length && i < 2; i++) {
                if (sums[i].isEmpty() || WORDS.has("empty", sums[i])) {
                    continue;
                }
                var sum = inYuan(sums[i], cell.column());
                if (sum.isEmpty() || sum.get().compareTo(DOUBTFUL) >= 0) {
                    unclear = Wording.clean(cell.cell().text());
                }
                if (i == 1 || cell.column().isPart("SPENT")) {
                    spent = sum.map(Money::rounded).orElse(spent);
                } else {
                    planned = sum.map(Money::rounded).orElse(planned);
                }
            }
        }
        return new Money(planned, spent, unclear);
    }

    /** Without a unit of its own a sum has that of the header; without one there, ten thousand yuan (column 23). */
    private static Optional<BigDecimal> inYuan(String sum, SheetColumn column) {
        var parts = WORDS.pattern("money").matcher(sum);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(parts.group(1));
        var unit = parts.group(2);
        var inTenThousands = unit == null
                ? names(column, "header.ten-thousand") || !names(column, "header.yuan")
                : WORDS.has("money.ten-thousand", unit);
        return Optional.of(inTenThousands ? number.multiply(TEN_THOUSAND) : number);
    }

    private static boolean names(SheetColumn column, String unit) {
        var header = Wording.of(column.header());
        return WORDS.list(unit).stream().anyMatch(header::contains);
    }

    private static Long rounded(BigDecimal yuan) {
        return yuan.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
