package org.bihuan.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One filled cell of a sheet, whatever file it comes from; of a formula the value that was last computed.
 *
 * @param text what a reader sees, roughly: numbers without exponent, dates as {@code yyyy-MM-dd}
 * @param number the number behind NUMBER and DATE, else 0
 * @param format the cell's number format, for giving it back as it was; absent for plain cells
 */
record SheetCell(
        Kind kind, String text, double number, @Nullable String format) {

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** A formula that failed, such as {@code #N/A}. */
        ERROR
    }

    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_SERIAL = 99_999;

    static SheetCell text(String text) {
        return new SheetCell(Kind.TEXT, text, 0, null);
    }

    static SheetCell error(String text) {
        return new SheetCell(Kind.ERROR, text, 0, null);
    }

    static SheetCell number(double number, @Nullable String format) {
        return new SheetCell(
                Kind.NUMBER, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), number, format);
    }

    /** A number shown as a date; one that is no day of these centuries stays a number. */
    static SheetCell date(double serial, boolean date1904, @Nullable String format) {
        return dayOf(serial, date1904)
                .map(day -> new SheetCell(Kind.DATE, day.toString(), serial, format))
                .orElseGet(() -> number(serial, format));
    }

    /** The day of a serial, its time dropped; empty for what is no five-digit serial. */
    static Optional<LocalDate> dayOf(double serial, boolean date1904) {
        if (!(serial >= 10_000 && serial < LAST_SERIAL + 1)) {
            return Optional.empty();
        }
        return Optional.of((date1904 ? DAY_ZERO_1904 : DAY_ZERO_1900).plusDays((long) serial));
    }

    /** Whether the number is shown as a percentage. */
    boolean isPercent() {
        return format != null && format.contains("%");
    }

    boolean isBlank() {
        return Wording.of(text).isEmpty();
    }
}
