package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.bihuan.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarTableTests {
    private static final LocalDate NEW_YEAR_2027 = LocalDate.of(2027, 1, 1);

    private JdbcClient database;
    private NoticedCalendar calendar;

    @BeforeEach
    void freshCalendar() {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.owner())
                .locations("classpath:db/migration/calendar")
                .load()
                .migrate();
        database = JdbcClient.create(fresh.app());
        calendar = node();
    }

    @Test
    void theRealNoticesAreInEveryDatabase() {
        assertThat(calendar.workingDays().exceptions()).hasSize(108);
        assertThat(calendar.workingDays().knownYears()).containsExactlyInAnyOrder(2024, 2025, 2026);
        assertThat(calendar.workingDays()
                        .plusWorkingDays(LocalDate.of(2026, 9, 29), 7)
                        .date())
                .isEqualTo("2026-10-14");
    }

    @Test
    void aYearThatIsThereStaysAsItsOfficeLeftIt() {
        database.sql("delete from working_day_exception where day >= '2026-10-01'")
                .update();
        database.sql("delete from working_day_exception where day < '2025-01-01'")
                .update();

        var afterRestart = node().workingDays();

        assertThat(afterRestart.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(afterRestart.isKnown(2024)).isTrue(); // all its rows were gone, so they came again
        assertThat(afterRestart.exceptions()).hasSize(108 - 8);
    }

    @Test
    void aNoticeTakenInElsewhereCountsAfterTheNextLook() {
        database.sql("insert into working_day_exception (day, kind, name) values ('2027-01-01', 'OFF', '元旦')")
                .update();
        assertThat(calendar.workingDays().isWorkingDay(NEW_YEAR_2027)).isTrue();

        calendar.refresh();

        assertThat(calendar.workingDays().isWorkingDay(NEW_YEAR_2027)).isFalse();
        assertThat(calendar.workingDays().isKnown(2027)).isTrue();
    }

    @Test
    void aLookThatFindsNothingNewKeepsTheCalendar() {
        var before = calendar.workingDays();

        calendar.refresh();

        assertThat(calendar.workingDays()).isSameAs(before);
    }

    @Test
    void onlyAWeekendDayCanBeMadeUp() {
        assertThatThrownBy(() -> database.sql(
                                "insert into working_day_exception (day, kind, name) values ('2027-01-04', 'WORK', '元旦调休上班')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_working_day_exception_make_up_day_is_a_weekend_day");
    }

    private NoticedCalendar node() {
        return new NoticedCalendar(new WorkingDayExceptions(database), Calendars.inWords());
    }
}
