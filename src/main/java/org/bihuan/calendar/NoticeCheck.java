package org.bihuan.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with a year's notice, row by row and in plain words, and what is only unusual (6.3). */
@Component
class NoticeCheck {
    private static final int LONGEST_NAME = 60;
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})[^0-9A-Za-z]([0-9]{1,2})[^0-9A-Za-z]([0-9]{1,2})[^0-9A-Za-z]?|([0-9]{4})([0-9]{2})([0-9]{2})");

    private final MessageSource messages;

    NoticeCheck(MessageSource messages) {
        this.messages = messages;
    }

    /** @param rows ascending; complete only where there are no problems */
    record Checked(List<String> problems, List<String> warnings, List<WorkingDayException> rows) {}

    Checked check(int year, byte[] file) {
        try {
            return check(year, NoticeFile.read(file, aliases("notice.column.", "date", "kind", "name")));
        } catch (NoticeFile.Unreadable unreadable) {
            return new Checked(List.of(say(unreadable.key)), List.of(), List.of());
        }
    }

    private Checked check(int year, NoticeFile.Content content) {
        if (content.year() != null && content.year() != year) {
            return new Checked(List.of(say("notice.otherYear", content.year(), year)), List.of(), List.of());
        }
        var problems = new ArrayList<String>();
        var days = new TreeMap<LocalDate, WorkingDayException>();
        var lines = new HashMap<LocalDate, Integer>();
        var kinds = aliases("notice.kind.", "off", "work");
        for (var row : content.rows()) {
            var place = say(content.isJson() ? "notice.atDay" : "notice.atLine", row.line());
            var faults = new ArrayList<String>();
            var day = day(row, year, faults);
            var kind = kinds.get(row.kind().toLowerCase(Locale.ROOT));
            if (kind == null) {
                faults.add(say("notice.kindUnknown", quoted(row.kind())));
            }
            if (row.name().isEmpty()) {
                faults.add(say("notice.nameMissing"));
            } else if (row.name().length() > LONGEST_NAME) {
                faults.add(say("notice.nameTooLong", LONGEST_NAME));
            }
            if (day != null && lines.putIfAbsent(day, row.line()) != null) {
                faults.add(say("notice.twice", day, lines.get(day)));
            }
            if (day != null && kind != null) {
                var exception = new WorkingDayException(
                        day, WorkingDayException.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), row.name(), year);
                if (!exception.isOff() && !exception.isWeekend()) {
                    faults.add(say("notice.workOnAWeekday", day, weekday(day)));
                }
                days.putIfAbsent(day, exception);
            }
            faults.forEach(fault -> problems.add(place + fault));
        }
        var rows = List.copyOf(days.values());
        if (problems.isEmpty() && rows.stream().noneMatch(WorkingDayException::isOfItsYear)) {
            problems.add(say("notice.nothingOfTheYear", year));
        }
        return new Checked(problems, problems.isEmpty() ? warnings(year, rows) : List.of(), rows);
    }

    /** Null, with the fault said, where it is none of the notice. */
    private @Nullable LocalDate day(NoticeFile.Row row, int year, List<String> faults) {
        var digits = DAY.matcher(row.date());
        if (!digits.matches()) {
            faults.add(say("notice.notADay", quoted(row.date())));
            return null;
        }
        var first = digits.group(1) == null ? 4 : 1;
        try {
            var day = LocalDate.of(
                    Integer.parseInt(digits.group(first)),
                    Integer.parseInt(digits.group(first + 1)),
                    Integer.parseInt(digits.group(first + 2)));
            if (day.getYear() == year || (day.getYear() == year - 1 && day.getMonthValue() == 12)) {
                return day;
            }
            faults.add(say("notice.outsideTheYear", day, year, year - 1));
        } catch (DateTimeException noSuchDay) {
            faults.add(say("notice.notADay", quoted(row.date())));
        }
        return null;
    }

    /** A year has 13 days off on weekdays that no make-up day gives back, up to 2024 it had 11. */
    private List<String> warnings(int year, List<WorkingDayException> rows) {
        var ofTheYear = rows.stream().filter(WorkingDayException::isOfItsYear).toList();
        var lost = -ofTheYear.stream().mapToInt(WorkingDayException::difference).sum();
        var usual = year <= 2024 ? 11 : 13;
        return lost == usual ? List.of() : List.of(say("notice.unusualSum", lost, usual));
    }

    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(
                key, Arrays.stream(arguments).map(String::valueOf).toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    private Map<String, String> aliases(String prefix, String... words) {
        var aliases = new HashMap<String, String>();
        for (var word : words) {
            for (var alias : say(prefix + word).split(",", -1)) {
                aliases.put(alias, word);
            }
        }
        return aliases;
    }

    private static String quoted(String cell) {
        return cell.length() > 20 ? cell.substring(0, 20) + "…" : cell;
    }
}
