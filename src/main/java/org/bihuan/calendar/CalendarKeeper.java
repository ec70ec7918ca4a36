package org.bihuan.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes notices in: looked at first, then written with all that hangs on them, in one transaction. */
@Service
class CalendarKeeper implements CalendarKeeping {
    private static final int LONGEST_FILE_NAME = 200;

    private final NoticedCalendar calendar;
    private final WorkingDayExceptions exceptions;
    private final NoticeCheck check;
    private final CountInWords inWords;
    private final CountyTime time;
    private final ApplicationEventPublisher events;

    CalendarKeeper(
            NoticedCalendar calendar,
            WorkingDayExceptions exceptions,
            NoticeCheck check,
            CountInWords inWords,
            CountyTime time,
            ApplicationEventPublisher events) {
        this.calendar = calendar;
        this.exceptions = exceptions;
        this.check = check;
        this.inWords = inWords;
        this.time = time;
        this.events = events;
    }

    @Override
    public int yearToCome() {
        var days = calendar.workingDays();
        return IntStream.iterate(time.today().getYear(), year -> year + 1)
                .filter(year -> !days.isKnown(year))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Examination examine(int year, byte[] file) {
        var checked = check.check(year, file);
        var stand = exceptions.stand();
        var rows = checked.problems().isEmpty() ? checked.rows() : List.<WorkingDayException>of();
        var known = stand.rows().stream().anyMatch(row -> row.notice() == year && row.isOfItsYear());
        return new Examination(
                year,
                known,
                stand.revision(),
                checked.problems(),
                checked.warnings(),
                lines(year, rows),
                checked.problems().isEmpty() ? changes(year, known, stand.rows(), rows) : List.of(),
                text(rows));
    }

    @Override
    @Transactional
    public int takeIn(int year, String notice, int revision, String fileName, String by) {
        exceptions.becomeTheOneKeeper();
        var examined = examine(year, notice.getBytes(StandardCharsets.UTF_8));
        if (!examined.problems().isEmpty()) {
            throw new InvalidInput(
                    "notice", "NOTICE_HAS_FAULTS", examined.problems().get(0));
        }
        if (examined.changes().isEmpty()) {
            return 0;
        }
        if (examined.revision() != revision) {
            throw new Conflict("CALENDAR_CHANGED");
        }
        calendar.refresh();
        var before = calendar.workingDays();
        exceptions.replace(
                year, check.check(year, notice.getBytes(StandardCharsets.UTF_8)).rows());
        exceptions.record(new WorkingDayExceptions.Intake(
                revision + 1,
                year,
                fileName.substring(0, Math.min(fileName.length(), LONGEST_FILE_NAME)),
                by,
                time.now(),
                examined.changes().size()));
        calendar.showWithinTransaction();
        events.publishEvent(new CalendarChanged(before, calendar.workingDays()));
        return examined.changes().size();
    }

    private List<Line> lines(int year, List<WorkingDayException> rows) {
        return Stretch.of(rows).stream()
                .map(stretch -> line(stretch, year, inWords))
                .toList();
    }

    static Line line(Stretch stretch, int year, CountInWords inWords) {
        return new Line(
                stretch.name(),
                inWords.days(stretch, year),
                stretch.isOff(),
                ChronoUnit.DAYS.between(stretch.first(), stretch.last()) + 1);
    }

    /** Days that the notice makes other than they are. */
    private List<Change> changes(
            int year, boolean known, List<WorkingDayException> present, List<WorkingDayException> rows) {
        var before = byDay(present);
        var after = byDay(rows);
        var days = new TreeSet<>(after.keySet());
        present.stream()
                .filter(row -> row.notice() == year)
                .map(WorkingDayException::day)
                .forEach(days::add);
        var changes = new ArrayList<Change>();
        for (var day : days) {
            var was = before.get(day);
            var becomes = after.get(day);
            if (!isTheSame(was, becomes)) {
                var ofUnknownYear = !known && day.getYear() == year;
                changes.add(new Change(
                        day, check.weekday(day), ofUnknownYear ? null : words(day, was), words(day, becomes)));
            }
        }
        return changes;
    }

    private static boolean isTheSame(@Nullable WorkingDayException was, @Nullable WorkingDayException becomes) {
        return was == null ? becomes == null : was.equals(becomes);
    }

    private String words(LocalDate day, @Nullable WorkingDayException exception) {
        if (exception == null) {
            var weekend = new WorkingDayException(day, WorkingDayException.Kind.OFF, "").isWeekend();
            return check.say(weekend ? "notice.day.weekend" : "notice.day.weekday");
        }
        return check.say(exception.isOff() ? "notice.day.off" : "notice.day.work", exception.name());
    }

    private static Map<LocalDate, WorkingDayException> byDay(List<WorkingDayException> rows) {
        return rows.stream().collect(toMap(WorkingDayException::day, identity()));
    }

    /** In the form of the county's own file. */
    private static String text(List<WorkingDayException> rows) {
        var text = new StringBuilder("date,kind,name\n");
        for (var row : rows) {
            text.append(row.day())
                    .append(row.isOff() ? ",off," : ",work,")
                    .append('"')
                    .append(row.name().replace("\"", "\"\""))
                    .append("\"\n");
        }
        return text.toString();
    }
}
