package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Working days by the notices it was given. Every count is the difference of two totals "working days up to that day", so
 * its cost does not grow with its length.
 */
final class NoticedWorkingDays implements WorkingDays {
    /** Monday before the first day of the epoch: from it on, whole weeks of five working days are counted. */
    private static final LocalDate A_MONDAY = LocalDate.of(1969, 12, 29);

    private final List<WorkingDayException> exceptions;
    private final long[] days;
    private final int[] differencesSoFar;
    private final Set<Integer> knownYears;
    private final List<Stretch> stretches;
    private final CountInWords inWords;
    private final int revision;

    NoticedWorkingDays(List<WorkingDayException> exceptions, int revision, CountInWords inWords) {
        this.revision = revision;
        this.exceptions = exceptions.stream()
                .sorted(Comparator.comparing(WorkingDayException::day))
                .toList();
        this.inWords = inWords;
        days = this.exceptions.stream().mapToLong(e -> e.day().toEpochDay()).toArray();
        differencesSoFar = this.exceptions.stream()
                .mapToInt(WorkingDayException::difference)
                .toArray();
        Arrays.parallelPrefix(differencesSoFar, Integer::sum);
        knownYears = this.exceptions.stream()
                .filter(WorkingDayException::isOfItsYear)
                .map(WorkingDayException::notice)
                .collect(Collectors.toUnmodifiableSet());
        stretches = Stretch.of(this.exceptions);
    }

    /** The rows it stands on, ascending. */
    List<WorkingDayException> exceptions() {
        return exceptions;
    }

    @Override
    public Set<Integer> knownYears() {
        return knownYears;
    }

    /** Holidays and make-up days that lie in the year at least in part, ascending. */
    List<Stretch> stretchesOf(int year) {
        return stretchesIn(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Working days after the first day up to and including the second; negative where the second is earlier. */
    int workingDaysBetween(LocalDate after, LocalDate upTo) {
        return Math.toIntExact(workingDaysUpTo(upTo) - workingDaysUpTo(after));
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return workingDaysUpTo(day) > workingDaysUpTo(day.minusDays(1));
    }

    @Override
    public boolean isKnown(int year) {
        return knownYears.contains(year);
    }

    @Override
    public DueDay plusWorkingDays(LocalDate from, int days) {
        requireWithin(-MOST_WORKING_DAYS, days, MOST_WORKING_DAYS);
        var reached = workingDayFrom(from, days);
        var first = days > 0 ? from.plusDays(1) : reached;
        var last = days > 0 ? reached : from.minusDays(1);
        var unknown = unknownYears(first, last);
        var count = new CountInWords.Count(from, reached, stretchesIn(first, last), unknown);
        return new DueDay(reached, !unknown.isEmpty(), inWords.workingDays(count, days));
    }

    @Override
    public LocalDate workingDayFrom(LocalDate from, int days) {
        if (days == 0) {
            throw new IllegalArgumentException("a count of no working days leads nowhere");
        }
        return days > 0 ? forward(from, days) : backward(from, -days);
    }

    @Override
    public DueDay plusCalendarDays(LocalDate from, int days, boolean rollOver) {
        requireWithin(0, days, MOST_CALENDAR_DAYS);
        var end = from.plusDays(days);
        var reached = rollOver ? firstWorkingDayFrom(end) : end;
        var unknown = unknownYears(end, reached);
        var count = new CountInWords.Count(from, reached, stretchesIn(end, reached), unknown);
        return new DueDay(reached, !unknown.isEmpty(), inWords.calendarDays(count, days, end, isWorkingDay(end)));
    }

    /** One difference says all of 5.1: none on the due day and among days off before it, negative after it. */
    @Override
    public int workingDaysLeft(LocalDate today, LocalDate dueOn) {
        return workingDaysBetween(today, dueOn);
    }

    @Override
    public LocalDate lastWorkingDayUpTo(LocalDate day) {
        return isWorkingDay(day) ? day : backward(day, 1);
    }

    @Override
    public LocalDate firstWorkingDayFrom(LocalDate day) {
        return isWorkingDay(day) ? day : forward(day, 1);
    }

    /** Each leap is as long as what is still missing, so it cannot go beyond the day sought. */
    private LocalDate forward(LocalDate from, int days) {
        long target = workingDaysUpTo(from) + days;
        var day = from;
        for (long missing = days; missing > 0; missing = target - workingDaysUpTo(day)) {
            day = day.plusDays(missing);
        }
        return day;
    }

    /** The day counted last, before the start day, is the day reached; the start day is not counted. */
    private LocalDate backward(LocalDate from, int days) {
        long target = workingDaysUpTo(from.minusDays(1)) - days;
        var day = from;
        for (long missing = days; missing > 0; missing = workingDaysUpTo(day.minusDays(1)) - target) {
            day = day.minusDays(missing);
        }
        return day;
    }

    private long workingDaysUpTo(LocalDate day) {
        long sinceMonday = day.toEpochDay() - A_MONDAY.toEpochDay();
        long weekdays = Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7L) + 1, 5);
        int found = Arrays.binarySearch(days, day.toEpochDay());
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? weekdays : weekdays + differencesSoFar[last];
    }

    private List<Stretch> stretchesIn(LocalDate from, LocalDate to) {
        return stretches.stream().filter(stretch -> stretch.touches(from, to)).toList();
    }

    private List<Integer> unknownYears(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> !isKnown(year))
                .boxed()
                .toList();
    }

    private static void requireWithin(int least, int days, int most) {
        if (days < least || days > most) {
            throw new IllegalArgumentException(days + " days are not within " + least + " and " + most);
        }
    }
}
