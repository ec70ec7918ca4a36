package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every count, checked against a plain walk from day to day. */
class WorkingDaysPropertyTests {
    private final NoticedWorkingDays days = Calendars.shipped();
    private final Map<LocalDate, WorkingDayException> exceptions =
            days.exceptions().stream().collect(Collectors.toMap(WorkingDayException::day, Function.identity()));

    @Property
    void aWalkFromDayToDayEndsOnTheSameDay(
            @ForAll("day") LocalDate from, @ForAll @IntRange(min = 1, max = 400) int count) {
        assertThat(days.plusWorkingDays(from, count).date()).isEqualTo(walk(from, count, 1));
        assertThat(days.plusWorkingDays(from, -count).date()).isEqualTo(walk(from, count, -1));
    }

    @Property
    void aCountEndsOnAWorkingDayAndBackAgainWhereItBegan(
            @ForAll("day") LocalDate any, @ForAll @IntRange(min = 1, max = 400) int count) {
        var from = days.firstWorkingDayFrom(any);

        var reached = days.plusWorkingDays(from, count).date();

        assertThat(days.isWorkingDay(reached)).isTrue();
        assertThat(days.plusWorkingDays(reached, -count).date()).isEqualTo(from);
        assertThat(days.workingDaysLeft(from, reached)).isEqualTo(count);
    }

    @Property
    void whoStartsLaterOrHasMoreTimeIsNeverDueEarlier(
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(min = 1, max = 399) int count,
            @ForAll @IntRange(min = 1, max = 60) int later) {
        var due = days.plusWorkingDays(from, count).date();
        var term = days.plusCalendarDays(from, count, true).date();

        assertThat(days.plusWorkingDays(from, count + 1).date()).isAfter(due);
        assertThat(days.plusWorkingDays(from.plusDays(later), count).date()).isAfterOrEqualTo(due);
        assertThat(days.plusCalendarDays(from.plusDays(later), count, true).date())
                .isAfterOrEqualTo(term);
    }

    @Property
    void aTermRollsOnlyOverDaysOff(@ForAll("day") LocalDate from, @ForAll @IntRange(min = 0, max = 1000) int count) {
        var end = days.plusCalendarDays(from, count, false).date();
        var reached = days.plusCalendarDays(from, count, true).date();

        assertThat(end).isEqualTo(from.plusDays(count));
        assertThat(days.isWorkingDay(reached)).isTrue();
        assertThat(end.datesUntil(reached)).noneMatch(days::isWorkingDay);
    }

    @Property
    void nothingIsLeftOnTheDueDayAndEveryWorkingDayTakesOne(
            @ForAll("day") LocalDate today, @ForAll @IntRange(min = 0, max = 700) int ahead) {
        var dueOn = today.plusDays(ahead);

        assertThat(days.workingDaysLeft(today, dueOn)).isEqualTo((int) today.plusDays(1)
                .datesUntil(dueOn.plusDays(1))
                .filter(this::isWorkingDay)
                .count());
        assertThat(days.workingDaysLeft(dueOn, today)).isEqualTo(-days.workingDaysLeft(today, dueOn));
    }

    /** From a year without notice, over the three known ones, to a year without notice. */
    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2023, 1, 1).toEpochDay(),
                        LocalDate.of(2027, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private LocalDate walk(LocalDate from, int count, int step) {
        var day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day) {
        var exception = exceptions.get(day);
        return exception != null ? !exception.isOff() : day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
