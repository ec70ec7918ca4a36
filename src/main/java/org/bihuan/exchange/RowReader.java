package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.exchange.LedgerDates.Reading;
import org.bihuan.exchange.ReadRow.Problem;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Industry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one sheet by the county's rules. With several errors the first counts, in this order: description, grade,
 * dates, enterprise, region (rule 9); then texts that are too long.
 */
final class RowReader {
    private static final Words WORDS = Words.SHIPPED;

    private final Directory directory;
    private final LedgerDates dates;
    private final Basis basis;
    private final LocalDate asOf;
    private final Optional<Integer> year;
    private final boolean date1904;

    RowReader(SheetHeader header, Directory directory, LedgerDates dates, Basis basis, LocalDate asOf) {
        this.directory = directory;
        this.dates = dates;
        this.basis = basis;
        this.asOf = asOf;
        this.year = LedgerDates.yearOf(header);
        this.date1904 = header.sheet().isDate1904();
    }

    ReadRow read(DataRow row) {
        var warnings = EnumSet.noneOf(Warning.class);
        var problems = new ArrayList<Problem>();
        if (row.text(LedgerColumn.DESCRIPTION).isEmpty()) {
            problems.add(new Problem(Reason.DESCRIPTION_MISSING, LedgerColumn.DESCRIPTION));
        }
        var grade = WORDS.choice("grade", Grade.class, row.folded(LedgerColumn.GRADE));
        if (grade.isEmpty()) {
            problems.add(new Problem(Reason.GRADE_UNKNOWN, LedgerColumn.GRADE));
        }
        var days = days(row, problems, warnings);
        var party = Party.of(row, directory);
        if (party.error() != null && party.fault() != null) {
            problems.add(new Problem(party.error(), party.fault()));
        }
        if (party.nameDiffers()) {
            warnings.add(Warning.NAME_DIFFERS);
        }
        var place = RowRegion.of(row, party, directory);
        place.warning().ifPresent(warnings::add);
        if (place.isUnknown()) {
            problems.add(new Problem(Reason.REGION_UNKNOWN, LedgerColumn.REGION));
        }
        problems.addAll(tooLong(row));

        var foundOn = days.found.day();
        var document = document(row, grade, foundOn, warnings);
        var findingUnit = directory.unit(row.folded(LedgerColumn.FINDING_UNIT)).orElse(null);
        var facts = new RowFacts(
                foundOn,
                days.due.day(),
                days.completed.day(),
                days.closed.day(),
                days.extensions.until().day(),
                party.enterprise(),
                party.unit(),
                place.region(),
                industry(row, party).orElse(null),
                findingUnit,
                grade.orElse(null),
                document);
        var number = row.text(LedgerColumn.NUMBER).flatMap(text -> HazardNumber.read(Wording.of(text)));
        var money = Money.of(row.filled(LedgerColumn.FUNDS));
        return problems.isEmpty()
                ? new ReadRow(
                        row,
                        facts,
                        Collections.unmodifiableSet(warnings),
                        null,
                        EntryWriter.entry(row, facts, days.extensions.count(), money),
                        number.orElse(null),
                        money.unclear())
                : new ReadRow(row, facts, Set.of(), problems.get(0), null, number.orElse(null), money.unclear());
    }

    /** The dates of a row, as read. */
    private record Days(Reading found, Reading due, Reading completed, Reading closed, Extensions extensions) {
        boolean isYearAssumed() {
            return found.yearAssumed()
                    || due.yearAssumed()
                    || completed.yearAssumed()
                    || closed.yearAssumed()
                    || extensions.until().yearAssumed();
        }
    }

    private Days days(DataRow row, List<Problem> problems, Set<Warning> warnings) {
        var found = dates.discovery(row.cell(LedgerColumn.FOUND_ON), date1904, year);
        var foundOn = found.day();
        var days = new Days(
                found,
                dates.due(row.cell(LedgerColumn.DUE_ON), date1904, foundOn),
                dates.later(row.cell(LedgerColumn.COMPLETED_ON), date1904, foundOn),
                dates.later(row.cell(LedgerColumn.CLOSED_ON), date1904, foundOn),
                Extensions.of(row.filled(LedgerColumn.EXTENSION), dates, date1904, foundOn));
        if (foundOn == null && !found.invalid()) {
            problems.add(new Problem(Reason.DATE_MISSING, LedgerColumn.FOUND_ON));
        }
        invalid(found, LedgerColumn.FOUND_ON, problems);
        invalid(days.due, LedgerColumn.DUE_ON, problems);
        invalid(days.completed, LedgerColumn.COMPLETED_ON, problems);
        invalid(days.closed, LedgerColumn.CLOSED_ON, problems);
        invalid(days.extensions.until(), LedgerColumn.EXTENSION, problems);
        if (foundOn != null) {
            order(days, foundOn, problems);
        }
        if (days.due.day() == null) {
            warnings.add(Warning.DUE_MISSING);
        }
        if (days.isYearAssumed()) {
            warnings.add(Warning.YEAR_ASSUMED);
        }
        return days;
    }

    private static void invalid(Reading reading, LedgerColumn column, List<Problem> problems) {
        if (reading.invalid()) {
            problems.add(new Problem(Reason.DATE_INVALID, column));
        }
    }

    private void order(Days days, LocalDate foundOn, List<Problem> problems) {
        if (days.due.day() != null && days.due.day().isBefore(foundOn)) {
            problems.add(new Problem(Reason.DUE_BEFORE_FOUND, LedgerColumn.DUE_ON));
        }
        if (days.closed.day() != null && days.closed.day().isBefore(foundOn)) {
            problems.add(new Problem(Reason.CLOSED_BEFORE_FOUND, LedgerColumn.CLOSED_ON));
        }
        if (foundOn.isAfter(asOf)) {
            problems.add(new Problem(Reason.FOUND_IN_FUTURE, LedgerColumn.FOUND_ON));
        }
    }

    private @Nullable String document(
            DataRow row, Optional<Grade> grade, @Nullable LocalDate foundOn, Set<Warning> warnings) {
        if (grade.isEmpty() || grade.get() != Grade.MAJOR) {
            return null;
        }
        var document =
                row.text(LedgerColumn.CRITERION).flatMap(basis::documentIn).orElse(null);
        if (document != null && foundOn != null && !basis.isInForce(document, foundOn)) {
            warnings.add(Warning.BASIS_NOT_IN_FORCE);
        }
        return document;
    }

    private Optional<Industry> industry(DataRow row, Party party) {
        var enterprise = party.enterprise();
        return directory
                .industry(row.folded(LedgerColumn.INDUSTRY))
                .or(() -> enterprise == null ? Optional.empty() : directory.industryOf(enterprise.industry()));
    }

    private static List<Problem> tooLong(DataRow row) {
        var problems = new ArrayList<Problem>();
        for (var column : LedgerColumn.values()) {
            var text = column.isKeptAsText() ? row.text(column).orElse("") : "";
            if (text.codePointCount(0, text.length()) > column.maxLength()) {
                problems.add(new Problem(Reason.TEXT_TOO_LONG, column, column.maxLength()));
            }
        }
        return problems;
    }
}
