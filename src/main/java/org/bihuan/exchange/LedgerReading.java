package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.exchange.RowResult.Outcome;
import org.bihuan.hazard.Criteria;
import org.bihuan.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/** Reads a ledger file as a whole: header by header, row by row, then what is there twice. Stores nothing. */
final class LedgerReading {
    private static final int LONGEST_GAP_SHOWN = 100;

    private final Organisation organisation;
    private final WorkingDays workingDays;
    private final Criteria criteria;
    private final LedgerMatches matches;
    private final RowMessages messages;

    LedgerReading(
            Organisation organisation,
            WorkingDays workingDays,
            Criteria criteria,
            LedgerMatches matches,
            RowMessages messages) {
        this.organisation = organisation;
        this.workingDays = workingDays;
        this.criteria = criteria;
        this.matches = matches;
        this.messages = messages;
    }

    /**
     * @param rows every row in file order, skipped ones too
     * @param headers the header of each sheet that was read
     * @param notes on the file, in file order
     */
    record Outline(List<Judged> rows, List<SheetHeader> headers, List<FileNote> notes) {
        long count(Outcome outcome) {
            return rows.stream()
                    .filter(row -> row.result().outcome() == outcome)
                    .count();
        }
    }

    /**
     * @param entry what is to be taken in: of accepted rows, and of those held back as near duplicates if somebody decides so
     */
    record Judged(RowResult result, @Nullable LedgerEntry entry) {}

    /**
     * @param asOf the day after which a discovery lies in the future
     * @throws org.bihuan.shared.InvalidInput when the file holds no ledger
     * @throws UnknownHeaders when a person has to say what a header means
     */
    Outline read(LedgerFile file, HandMapping mapping, LocalDate asOf) {
        var headers = HeaderSearch.inAll(file.sheets(), mapping);
        var directory = new Directory(organisation);
        var dates = new LedgerDates(workingDays);
        var basis = new Basis(criteria.all());
        var lines = new ArrayList<Line>();
        for (var header : headers) {
            above(header, lines);
            var reader = new RowReader(header, directory, dates, basis, asOf);
            new DataRows(header)
                    .stream()
                            .map(row -> row.skipReason()
                                    .map(skip -> Line.skipped(header, row.number(), skip))
                                    .orElseGet(() -> Line.of(header, row.number(), reader.read(row))))
                            .forEach(line -> {
                                blanksBefore(line, lines);
                                lines.add(line);
                            });
        }
        return new Outline(judged(lines), headers, FileNotes.of(file, headers, readRows(lines)));
    }

    /** A row of a sheet: read, or skipped for a reason. */
    private record Line(
            @Nullable String sheet,
            SheetHeader header,
            int number,
            DataRows.@Nullable Skip skip,
            @Nullable ReadRow read) {
        static Line skipped(SheetHeader header, int number, DataRows.Skip skip) {
            return new Line(header.sheet().name(), header, number, skip, null);
        }

        static Line of(SheetHeader header, int number, ReadRow read) {
            return new Line(header.sheet().name(), header, number, null, read);
        }
    }

    private static void above(SheetHeader header, List<Line> lines) {
        for (var row : header.sheet().rows().headMap(header.bottom(), true).keySet()) {
            lines.add(Line.skipped(header, row, row < header.top() ? DataRows.Skip.TITLE : DataRows.Skip.HEADER));
        }
    }

    /** Blank rows between others are shown too, so that the counts are those of the sheet; long gaps are not. */
    private static void blanksBefore(Line line, List<Line> lines) {
        var last = lines.get(lines.size() - 1);
        if (last.header.sheet().equals(line.header.sheet()) && line.number - last.number <= LONGEST_GAP_SHOWN) {
            for (int row = last.number + 1; row < line.number; row++) {
                lines.add(Line.skipped(line.header, row, DataRows.Skip.BLANK));
            }
        }
    }

    private static List<ReadRow> readRows(List<Line> lines) {
        var rows = new ArrayList<ReadRow>();
        for (var line : lines) {
            if (line.read != null) {
                rows.add(line.read);
            }
        }
        return rows;
    }

    private List<Judged> judged(List<Line> lines) {
        var duplicates = Duplicates.among(readRows(lines), matches);
        var judged = new ArrayList<Judged>();
        for (var line : lines) {
            judged.add(line.read == null ? skipped(line) : judged(line.read, duplicates));
        }
        return judged;
    }

    private static Judged skipped(Line line) {
        var reason = line.skip == null ? null : line.skip.name();
        return new Judged(
                new RowResult(
                        line.sheet,
                        line.number,
                        Outcome.SKIPPED,
                        reason,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        Map.of(),
                        null,
                        null),
                null);
    }

    private Judged judged(ReadRow row, Duplicates duplicates) {
        var found = duplicates.find(row);
        if (found.isPresent()) {
            var isNear = found.get().reason() == Reason.DUPLICATE_NEAR;
            return new Judged(messages.duplicate(row, found.get()), isNear ? row.entry() : null);
        }
        var problem = row.problem();
        return problem == null
                ? new Judged(messages.accepted(row), row.entry())
                : new Judged(messages.rejected(row, problem), null);
    }
}
