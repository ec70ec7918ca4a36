package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {
    private final NoticedWorkingDays days = Calendars.shipped();

    @ParameterizedTest
    @CsvSource({
        "2024-02-08,   5, 2024-02-21", // 9 Feb counts; 10-17 off; make-up Sunday 18
        "2024-04-30,   3, 2024-05-08", // 1-5 May off
        "2024-09-13,  10, 2024-09-29", // a make-up Sunday can be a due date
        "2025-01-24,   5, 2025-02-07", // make-up Sunday 26 Jan; 28 Jan - 4 Feb off
        "2025-09-29,   7, 2025-10-15", // 1-8 Oct off; make-up Saturday 11
        "2025-09-30,  15, 2025-10-28", // only one make-up day in October 2025
        "2025-12-31,   3, 2026-01-06", // 1-3 Jan off; make-up Sunday 4
        "2026-02-13,  10, 2026-03-05", // 15-23 Feb off; make-up 14 and 28 Feb
        "2026-02-14,   1, 2026-02-24", // start on a make-up day
        "2026-04-30,   5, 2026-05-11", // make-up Saturday 9 May
        "2026-09-18,  15, 2026-10-15", // make-up Sunday 20 Sep; 25-27 Sep and 1-7 Oct off; make-up Saturday 10 Oct
        "2026-09-29,   7, 2026-10-14", // 1-7 Oct off; make-up Saturday 10
        "2026-10-01,   2, 2026-10-09", // start on a day off
        "2026-03-06, -15, 2026-02-09", // backwards: the due day itself is not counted
        "2025-10-17, -15, 2025-09-22", // backwards over the long holiday
        "2024-10-18, -15, 2024-09-24",
    })
    void countsWorkingDays(LocalDate from, int count, LocalDate reached) {
        var due = days.plusWorkingDays(from, count);

        assertThat(due.date()).isEqualTo(reached);
        assertThat(due.estimated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 15, true,  2026-10-08", // raw end 3 Oct, off
        "2026-07-03, 90, true,  2026-10-08", // raw end 1 Oct, off
        "2026-08-21, 15, true,  2026-09-07", // raw end a Saturday
        "2026-09-05, 15, true,  2026-09-20", // raw end a make-up Sunday: no roll
        "2024-09-13, 15, true,  2024-09-29", // Saturday rolls to a make-up Sunday
        "2026-02-06, 10, true,  2026-02-24", // raw end 16 Feb, off
        "2026-09-30,  1, false, 2026-10-01", // terms that protect life do not roll (D8)
        "2026-09-18,  0, true,  2026-09-18",
        "2026-10-01,  0, true,  2026-10-08",
    })
    void countsCalendarDaysAndRollsOver(LocalDate from, int count, boolean rollOver, LocalDate reached) {
        var due = days.plusCalendarDays(from, count, rollOver);

        assertThat(due.date()).isEqualTo(reached);
        assertThat(due.estimated()).isFalse();
    }

    @Test
    void aYearWithoutNoticeGivesAnEstimate() {
        assertThat(days.plusWorkingDays(LocalDate.of(2026, 12, 28), 5))
                .returns(LocalDate.of(2027, 1, 4), DueDay::date)
                .returns(true, DueDay::estimated);
        assertThat(days.plusWorkingDays(LocalDate.of(2023, 12, 29), 3))
                .returns(LocalDate.of(2024, 1, 4), DueDay::date)
                .returns(true, DueDay::estimated);
        assertThat(days.plusCalendarDays(LocalDate.of(2026, 10, 3), 90, true))
                .returns(LocalDate.of(2027, 1, 1), DueDay::date)
                .returns(true, DueDay::estimated);
    }

    @Test
    void onlyTheDaysExaminedMakeAnEstimate() {
        var lastKnownWeek = days.plusWorkingDays(LocalDate.of(2026, 12, 28), 3);
        var startInUnknownYear = days.plusWorkingDays(LocalDate.of(2023, 12, 31), 1); // the start day is not counted
        var backIntoUnknownYear = days.plusWorkingDays(LocalDate.of(2024, 1, 2), -1);

        assertThat(lastKnownWeek)
                .returns(LocalDate.of(2026, 12, 31), DueDay::date)
                .returns(false, DueDay::estimated);
        assertThat(startInUnknownYear)
                .returns(LocalDate.of(2024, 1, 2), DueDay::date)
                .returns(false, DueDay::estimated);
        assertThat(backIntoUnknownYear)
                .returns(LocalDate.of(2023, 12, 29), DueDay::date)
                .returns(true, DueDay::estimated);
        assertThat(days.isKnown(2023)).isFalse();
        assertThat(days.isKnown(2024)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 28, 8, 251, 22 18 21 22 21 19 23 22 21 19 21 22",
        "2025, 28, 5, 248, 19 19 21 22 19 20 23 21 23 18 20 23",
        "2026, 33, 6, 248, 21 16 22 21 19 21 23 21 22 18 21 23",
    })
    void everyMonthHasTheWorkingDaysOfTheNotice(int year, int off, int work, int total, String byMonth) {
        var rows = days.exceptions().stream()
                .filter(row -> row.day().getYear() == year)
                .toList();
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> days.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth()))
                .toList();

        assertThat(rows.stream().filter(WorkingDayException::isOff)).hasSize(off);
        assertThat(rows).hasSize(off + work);
        assertThat(months)
                .isEqualTo(
                        Arrays.stream(byMonth.split(" ")).map(Integer::valueOf).toList());
        assertThat(months.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "-15, 2026-09-10",
        "-7,  2026-09-21",
        "-3,  2026-09-28",
        "-1,  2026-09-30",
        "1,   2026-10-09",
        "3,   2026-10-12",
        "7,   2026-10-16",
        "15,  2026-10-28",
        "30,  2026-11-18",
    })
    void theLadderOfAMajorDueAfterTheLongHolidayStandsOnWorkingDays(int step, LocalDate on) {
        assertThat(days.plusWorkingDays(LocalDate.of(2026, 10, 8), step).date()).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-28, 2026-10-08,  3", // 29, 30 September and the due day
        "2026-10-08, 2026-10-08,  0",
        "2026-10-02, 2026-10-04,  0", // a day off before a due day that is itself off
        "2026-09-30, 2026-10-04,  0",
        "2026-10-07, 2026-10-08,  1",
        "2026-10-09, 2026-10-08, -1",
        "2026-10-05, 2026-10-04,  0", // overdue, but no working day has passed since
        "2026-10-12, 2026-10-08, -3", // 9, make-up Saturday 10, 12 October
    })
    void tellsTheWorkingDaysLeft(LocalDate today, LocalDate dueOn, int left) {
        assertThat(days.workingDaysLeft(today, dueOn)).isEqualTo(left);
    }

    @Test
    void findsTheNearestWorkingDays() {
        assertThat(days.firstWorkingDayFrom(LocalDate.of(2026, 10, 3))).isEqualTo("2026-10-08");
        assertThat(days.lastWorkingDayUpTo(LocalDate.of(2026, 10, 3))).isEqualTo("2026-09-30");
        assertThat(days.firstWorkingDayFrom(LocalDate.of(2026, 10, 10))).isEqualTo("2026-10-10"); // make-up Saturday
        assertThat(days.lastWorkingDayUpTo(LocalDate.of(2026, 10, 10))).isEqualTo("2026-10-10");
    }

    @Test
    void refusesCountsThatLeadNowhere() {
        var day = LocalDate.of(2026, 9, 18);

        assertThatIllegalArgumentException().isThrownBy(() -> days.plusWorkingDays(day, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> days.plusWorkingDays(day, 401));
        assertThatIllegalArgumentException().isThrownBy(() -> days.plusWorkingDays(day, -401));
        assertThatIllegalArgumentException().isThrownBy(() -> days.plusCalendarDays(day, -1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> days.plusCalendarDays(day, 1001, true));
    }

    @Test
    void withoutAnyNoticeOnlyWeekendsAreOff() {
        var unknown = Calendars.of(List.of());

        assertThat(unknown.plusWorkingDays(LocalDate.of(2026, 9, 30), 1))
                .returns(LocalDate.of(2026, 10, 1), DueDay::date)
                .returns(true, DueDay::estimated);
    }
}
