package org.bihuan.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Reads the dates of ledgers in all their forms (reading rule 4). */
final class LedgerDates {
    private static final Words WORDS = Words.SHIPPED;
    private static final Pattern DOTTED = Pattern.compile("(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_TERM_OVER_NEW_YEAR = 180;
    private static final int LONGEST_WORKING_TERM = 400;
    private static final int LONGEST_CALENDAR_TERM = 1000;

    private final WorkingDays workingDays;

    LedgerDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * What a cell says.
     *
     * @param day absent for an empty cell and one that cannot be read
     * @param yearAssumed whether the year is not the cell's own
     * @param invalid whether the cell holds something that is no date
     */
    record Reading(@Nullable LocalDate day, boolean yearAssumed, boolean invalid) {
        static final Reading EMPTY = new Reading(null, false, false);
        static final Reading INVALID = new Reading(null, false, true);

        static Reading of(LocalDate day) {
            return new Reading(day, false, false);
        }
    }

    /** @param year of title or sheet name; a date without year needs it */
    Reading discovery(Optional<SheetCell> cell, boolean date1904, Optional<Integer> year) {
        return cell.map(found -> read(found, date1904, text -> year.flatMap(y -> inYear(text, y))))
                .orElse(Reading.EMPTY);
    }

    /** @param foundOn day of discovery, which gives a missing year; absent if it could not be read */
    Reading later(Optional<SheetCell> cell, boolean date1904, @Nullable LocalDate foundOn) {
        return cell.map(found -> read(
                        found, date1904, text -> foundOn == null ? Optional.empty() : afterDiscovery(text, foundOn)))
                .orElse(Reading.EMPTY);
    }

    /** A due date may also be a term from the day of discovery. */
    Reading due(Optional<SheetCell> cell, boolean date1904, @Nullable LocalDate foundOn) {
        var folded = cell.map(found -> withoutFrame(Wording.of(found.text()))).orElse("");
        if (WORDS.has("date.at-once", folded)) {
            return new Reading(foundOn, false, false);
        }
        var calendar = WORDS.pattern("date.calendar-days").matcher(folded);
        var working = WORDS.pattern("date.working-days").matcher(folded);
        if (calendar.matches()) {
            return term(foundOn, number(calendar, 1), LONGEST_CALENDAR_TERM, false);
        }
        if (working.matches()) {
            return term(foundOn, number(working, 1), LONGEST_WORKING_TERM, true);
        }
        return later(cell, date1904, foundOn);
    }

    private Reading term(@Nullable LocalDate foundOn, int days, int longest, boolean working) {
        if (days < 1 || days > longest) {
            return Reading.INVALID;
        }
        if (foundOn == null) {
            return Reading.EMPTY;
        }
        var due = working
                ? workingDays.plusWorkingDays(foundOn, days)
                : workingDays.plusCalendarDays(foundOn, days, true);
        return Reading.of(due.date());
    }

    /** Gives a month and a day their year. */
    private interface YearFinder {
        Optional<LocalDate> find(String folded);
    }

    private static Reading read(SheetCell cell, boolean date1904, YearFinder years) {
        return switch (cell.kind()) {
            case ERROR -> Reading.INVALID;
            case DATE -> checked(SheetCell.dayOf(cell.number(), date1904));
            case NUMBER ->
                checked(SheetCell.dayOf(cell.number(), date1904).or(() -> matched(EIGHT_DIGITS, cell.text(), 1, 2, 3)));
            case TEXT -> written(cell.text(), date1904, years);
        };
    }

    private static Reading written(String written, boolean date1904, YearFinder years) {
        var folded = Wording.of(withoutTime(written));
        if (folded.isEmpty() || WORDS.has("empty", folded) || WORDS.has("undone", folded)) {
            return Reading.EMPTY;
        }
        var text = withoutFrame(folded);
        var complete = matched(DOTTED, text, 1, 3, 4)
                .or(() -> matched(EIGHT_DIGITS, text, 1, 2, 3))
                .or(() -> matched(WORDS.pattern("date.in-words"), text, 1, 2, 3))
                .or(() -> SERIAL.matcher(text).matches()
                        ? SheetCell.dayOf(Double.parseDouble(text), date1904)
                        : Optional.empty());
        if (complete.isPresent()) {
            return checked(complete);
        }
        return years.find(text)
                .filter(LedgerDates::isOfTheseTimes)
                .map(day -> new Reading(day, true, false))
                .orElse(Reading.INVALID);
    }

    private static Reading checked(Optional<LocalDate> day) {
        return day.filter(LedgerDates::isOfTheseTimes).map(Reading::of).orElse(Reading.INVALID);
    }

    private static boolean isOfTheseTimes(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static String withoutTime(String text) {
        var nfkc = Wording.nfkc(text).strip();
        var timed = WORDS.pattern("date.with-time").matcher(nfkc);
        return timed.matches() ? timed.group(1) : nfkc;
    }

    /** A leading "by" and a trailing "before" are dropped. */
    private static String withoutFrame(String folded) {
        var text = folded;
        for (var before : WORDS.list("date.before")) {
            text = text.startsWith(before) ? text.substring(before.length()) : text;
        }
        for (var after : WORDS.list("date.after")) {
            if (text.endsWith(after)) {
                return text.substring(0, text.length() - after.length());
            }
        }
        return text;
    }

    private static Optional<LocalDate> inYear(String text, int year) {
        var parts = WORDS.pattern("date.without-year").matcher(text);
        return parts.matches() ? day(year, number(parts, 1), number(parts, 2)) : Optional.empty();
    }

    private static Optional<LocalDate> afterDiscovery(String text, LocalDate foundOn) {
        var same = inYear(text, foundOn.getYear());
        if (same.isPresent() && !same.get().isBefore(foundOn)) {
            return same;
        }
        return inYear(text, foundOn.getYear() + 1)
                .filter(next -> ChronoUnit.DAYS.between(foundOn, next) <= LONGEST_TERM_OVER_NEW_YEAR)
                .or(() -> same);
    }

    private static Optional<LocalDate> matched(Pattern pattern, String text, int year, int month, int day) {
        var parts = pattern.matcher(text);
        return parts.matches() ? day(number(parts, year), number(parts, month), number(parts, day)) : Optional.empty();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The year that title rows or the sheet's name give to dates of discovery without one. */
    static Optional<Integer> yearOf(SheetHeader header) {
        var titles = new StringBuilder();
        header.sheet()
                .rows()
                .headMap(header.top(), false)
                .values()
                .forEach(row -> row.forEach(
                        (cell, column) -> titles.append(Wording.of(cell.text())).append(' ')));
        return yearIn(titles, "date.year-of-title")
                .or(() -> yearIn(Wording.of(header.sheet().title()), "date.year-of-name"))
                .or(() -> yearIn(titles, "date.year-of-name"));
    }

    private static Optional<Integer> yearIn(CharSequence text, String pattern) {
        var year = WORDS.pattern(pattern).matcher(text);
        return year.find() ? Optional.of(number(year, 1)) : Optional.empty();
    }
}
