package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.calendar.CalendarKeeping;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.ForgottenNotices;
import org.bihuan.deadline.CalendarMoves.Waiting;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockState;
import org.bihuan.deadline.Supervising;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.application.Healer;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.letters.CaseLetters;
import org.bihuan.letters.LetterState;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The notice of a new year arrives (6.3): what moves at once, what waits for a person, what stays as it was told. */
@CountyTest
class NewCalendarYearTests {
    /** Invented: 1 to 3 January off, 9 January made up. */
    private static final String NOTICE = """
            date,kind,name
            2027-01-01,off,元旦
            2027-01-02,off,元旦
            2027-01-03,off,元旦
            2027-01-09,work,元旦调休上班
            """;

    @Autowired
    County county;

    @Autowired
    CalendarKeeping keeping;

    @Autowired
    CountyCalendar calendar;

    @Autowired
    DueDateCorrections corrections;

    @Autowired
    Supervising supervising;

    @Autowired
    CaseLetters letters;

    @Autowired
    Healer healer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext application;

    County.Actor inspector;
    County.Actor safety;
    County.Actor office;

    @BeforeEach
    void aYearWithoutNotice() {
        ForgottenNotices.of(2027, application);
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        office = county.person("office1");
        county.todayIs("2026-12-28");
    }

    @AfterEach
    void theYearIsUnknownAgain() {
        ForgottenNotices.of(2027, application);
    }

    @Test
    void rungsMoveAtOnceAndTheToldDayStaysUntilItIsConfirmed() {
        var hazard = reportedOn("2026-12-28"); // 5 WD: 29, 30, 31 December, 1 and 4 January by the plain week
        assertThat(county.presentClock(hazard).estimated()).isTrue();
        assertThat(waitingRungs(hazard)).contains("-2 2026-12-31", "0 2027-01-04", "+1 2027-01-05", "+3 2027-01-07");

        takeIn(NOTICE);

        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2027-01-04");
        assertThat(waitingRungs(hazard)).contains("-2 2026-12-30", "0 2027-01-04", "+1 2027-01-05", "+3 2027-01-07");
        assertThat(waiting(hazard)).singleElement().satisfies(move -> {
            assertThat(move.clock()).isEqualTo(ClockKind.VERIFY);
            assertThat(move.from()).isEqualTo("2027-01-04");
            assertThat(move.to()).isEqualTo("2027-01-05");
            assertThat(move.why()).isEqualTo("自2026-12-28次日起5个工作日，至2027-01-05（2027年1月1日至3日元旦放假）。");
        });
    }

    @Test
    void oneConfirmationMovesClockRungsTaskAndLogTogetherAndASecondFindsNothing() {
        var hazard = reportedOn("2026-12-28");
        takeIn(NOTICE);

        assertThat(corrections.confirm(office.person())).isPositive();

        var clock = county.presentClock(hazard);
        assertThat(clock.dueOn()).isEqualTo("2027-01-05");
        assertThat(clock.originalDueOn()).isEqualTo("2027-01-04");
        assertThat(clock.term()).isEqualTo(2);
        assertThat(clock.estimated()).isFalse();
        assertThat(county.hazard(hazard).dueDates().runsOutOn()).isEqualTo("2027-01-05");
        assertThat(taskDue(hazard)).isEqualTo(OffsetDateTime.parse("2027-01-05T23:59:59+08:00"));
        assertThat(waitingRungs(hazard)).contains("0 2027-01-05", "+1 2027-01-06", "+3 2027-01-08", "+7 2027-01-13");
        assertThat(entries(hazard))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).contains("VERIFY", "2027-01-04", "2027-01-05"));
        assertThat(county.logIsUntouched(hazard)).isTrue();
        assertThat(county.firedRungs(hazard, ClockKind.VERIFY)).contains("MOVED 2026-12-28");
        assertThat(county.toldBy(hazard, ClockKind.VERIFY, "MOVED")).contains("inspector-yaodu");
        assertThat(waiting(hazard)).isEmpty();
        assertThat(corrections.confirm(office.person())).isZero();
        assertThat(entries(hazard)).hasSize(1);
    }

    @Test
    void theApprovedDayOfRectificationMovesAndTheOriginalOneStays() {
        county.todayIs("2026-12-17");
        var hazard = assignedByReview(); // 15 CD end on 1 January 2027
        assertThat(county.hazard(hazard).dueDates().estimated()).isTrue();
        safety.accepts(hazard);

        takeIn(NOTICE);
        corrections.confirm(office.person());

        var dates = county.hazard(hazard).dueDates();
        assertThat(dates.originalDueOn()).isEqualTo("2027-01-01");
        assertThat(dates.approvedDueOn()).isEqualTo("2027-01-04");
        assertThat(dates.dueOn()).isEqualTo("2027-01-04");
        assertThat(dates.estimated()).isFalse();
        assertThat(county.presentClock(hazard).explanation())
                .isEqualTo("自2026-12-17次日起15个自然日，至2027-01-01遇休息日，顺延至2027-01-04（2027年1月1日至3日元旦放假）。");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "MOVED"))
                .containsExactly("ent:" + Objects.requireNonNull(safety.person().enterprise()), "safety-010");
    }

    @Test
    void acceptingMovesToo() {
        county.todayIs("2026-12-30");
        var hazard = assignedByReview(); // accepting: 31 December and 1 January
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2027-01-01");

        takeIn(NOTICE);
        corrections.confirm(office.person());

        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2027-01-04");
        assertThat(county.hazard(hazard).dueDates().runsOutOn()).isEqualTo("2027-01-04");
        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2027-01-14");
        assertThat(county.hazard(hazard).dueDates().estimated())
                .as("the day has not changed, and is known now")
                .isFalse();
    }

    @Test
    void aDayThatSomebodyNamedStandsAndLosesItsMark() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2027-01-02"));
        assertThat(county.hazard(hazard).dueDates().estimated()).isTrue();

        takeIn(NOTICE);

        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2027-01-02");
        assertThat(county.hazard(hazard).dueDates().estimated()).isFalse();
        assertThat(waiting(hazard)).extracting(Waiting::clock).doesNotContain(ClockKind.RECTIFY);
        assertThat(waitingRungs(hazard)).contains("0 2026-12-31", "+1 2027-01-04"); // the last working day before it
    }

    @Test
    void whoLeavesTheProposedDayAsItIsHasNamedNone() {
        county.todayIs("2026-12-17");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2027-01-01")); // what the form proposes

        takeIn(NOTICE);

        assertThat(waiting(hazard)).extracting(Waiting::to).containsExactly(LocalDate.of(2027, 1, 4));
    }

    @Test
    void anEarlierDayDoesNotReplaceTheOneThatWasTold() {
        var hazard = reportedOn("2026-12-28");

        takeIn("date,kind,name\n2027-01-02,work,调休上班\n2027-01-03,work,调休上班\n"); // 29, 30, 31, 1, 2

        var clock = county.presentClock(hazard);
        assertThat(waiting(hazard)).isEmpty();
        assertThat(clock.dueOn()).isEqualTo("2027-01-04");
        assertThat(clock.estimated()).isFalse();
        assertThat(clock.explanation()).endsWith("至2027-01-02（2027年1月2日至3日调休上班）。已告知的期限不提前。");
    }

    @Test
    void whatIsOverMeanwhileIsNotMoved() {
        var closed = reportedOn("2026-12-28");
        takeIn(NOTICE);
        assertThat(waiting(closed)).hasSize(1);
        inspector.judges(closed, Verdict.QUALIFIED, "现场核实");

        corrections.confirm(office.person());

        assertThat(entries(closed)).isEmpty();
        assertThat(county.hazard(closed).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aReportNeitherLosesTheMoveNorDoesItsWithdrawal() {
        county.todayIs("2026-12-17");
        var behindAReport = assignedByReview();
        safety.accepts(behindAReport);
        safety.rectifies(behindAReport);
        var withdrawn = assignedByReview();
        safety.accepts(withdrawn);
        safety.rectifies(withdrawn);

        takeIn(NOTICE);
        safety.withdraws(withdrawn); // goes on with the day that was told
        county.sweeps();
        assertThat(waiting(withdrawn)).extracting(Waiting::to).containsExactly(LocalDate.of(2027, 1, 4));
        corrections.confirm(office.person());
        safety.withdraws(behindAReport);

        for (var hazard : List.of(behindAReport, withdrawn)) {
            assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2027-01-04");
            assertThat(county.hazard(hazard).dueDates().approvedDueOn()).isEqualTo("2027-01-04");
            assertThat(county.hazard(hazard).dueDates().originalDueOn()).isEqualTo("2027-01-01");
        }
    }

    @Test
    void aDelayThatWasNoneEndsWithTheMove() {
        county.todayIs("2026-12-17");
        var hazard = assignedByReview();
        safety.accepts(hazard);
        county.todayIs("2027-01-04"); // the office was late, the case became overdue on 2 January
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);

        takeIn(NOTICE);
        corrections.confirm(office.person());

        assertThat(county.overdueIncidents(hazard)).isZero();
        assertThat(county.presentClock(hazard).state()).isEqualTo(ClockState.DUE_TODAY);
        assertThat(healer.heal()).as("engine and clocks agree").isZero();
    }

    @Test
    void aSuperiorsTimeToAnswerMovesWithItsTask() {
        county.todayIs("2026-12-17");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-12-24"));
        safety.accepts(hazard);
        county.todayIs("2026-12-29");
        county.timerFires(hazard); // +3: to be answered by 1 January

        takeIn(NOTICE);
        corrections.confirm(office.person());

        assertThat(jdbc.sql("select due_at from v_open_task where hazard = :hazard and task = 'supervise'")
                        .param("hazard", hazard.value())
                        .query(OffsetDateTime.class)
                        .single())
                .isEqualTo(OffsetDateTime.parse("2027-01-04T23:59:59+08:00"));
        assertThat(healer.heal()).as("engine and clocks agree").isZero();
        county.person("head-yaodu").answers(hazard, "INSTRUCTION", null);
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
    }

    @Test
    void nobodyAnswersForADelayThatTheMoveHasEnded() {
        county.todayIs("2026-12-17");
        var hazard = assignedByReview();
        safety.accepts(hazard);
        county.todayIs("2027-01-06");
        county.timerFires(hazard);
        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise yaodu-leader");
        var tenDays = new StringBuilder("date,kind,name\n");
        LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 11))
                .forEach(day -> tenDays.append(day).append(",off,元旦\n"));

        takeIn(tenDays.toString());
        corrections.confirm(office.person());

        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2027-01-11");
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        assertThat(supervising.of(hazard)).extracting(Supervision::outcome).containsExactly(Supervision.Outcome.MOVED);
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "CLEAR")).contains("head-yaodu");
        assertThat(healer.heal()).isZero();
    }

    @Test
    void noLetterIsLeftOfADelayThatTheMoveHasEnded() {
        county.todayIs("2026-10-03"); // 90 days: 1 January
        var hazard = inspector.registers(county.aHazardAt(safety).major("GB 35181-2025 5.1"));
        inspector.reviews(hazard, "ACCEPT", Map.of("grade", "MAJOR", "criterion", "GB 35181-2025 5.1"));
        safety.accepts(hazard);
        county.todayIs("2027-01-06");
        county.sweeps();
        assertThat(letters.of(hazard, office.person()).get(0).state()).isEqualTo(LetterState.DRAFT);
        var twoWeeks = new StringBuilder("date,kind,name\n");
        LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 15))
                .forEach(day -> twoWeeks.append(day).append(",off,元旦\n"));

        takeIn(twoWeeks.toString());
        corrections.confirm(office.person());

        assertThat(letters.of(hazard, office.person()))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(LetterState.SUPERSEDED));
    }

    @Test
    void tasksArePressingOnTheRightDayAtOnce() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2027-01-06"));
        safety.accepts(hazard);
        assertThat(followUp(hazard)).isEqualTo(OffsetDateTime.parse("2027-01-01T00:00:00+08:00"));

        takeIn(NOTICE);

        assertThat(followUp(hazard)).isEqualTo(OffsetDateTime.parse("2026-12-31T00:00:00+08:00"));
    }

    @Test
    void aClockBegunByANodeThatHadNotHeardOfTheNoticeIsCaughtUp() {
        takeIn(NOTICE);
        ForgottenNotices.of(2027, application);
        var hazard = reportedOn("2026-12-28"); // as that node counts, by the revision before
        jdbc.sql("update clock set calendar = calendar - 1 where hazard = :hazard")
                .param("hazard", hazard.value())
                .update();
        jdbc.sql("insert into working_day_exception (day, kind, name) values ('2027-01-01', 'OFF', '元旦')")
                .update();
        ForgottenNotices.lookAgain(application);

        county.sweeps();

        assertThat(waiting(hazard)).extracting(Waiting::to).containsExactly(LocalDate.of(2027, 1, 5));
        assertThat(waitingRungs(hazard)).contains("-2 2026-12-30");
    }

    @Test
    void aNoticeThatIsNotWrittenToTheEndHasNeverBeen() {
        var hazard = reportedOn("2026-12-28");
        var before = calendar.workingDays().revision();

        transaction.executeWithoutResult(status -> {
            takeIn(NOTICE);
            assertThat(calendar.workingDays().isKnown(2027)).isTrue();
            status.setRollbackOnly();
        });

        assertThat(calendar.workingDays().isKnown(2027)).isFalse();
        assertThat(calendar.workingDays().revision()).isEqualTo(before);
        assertThat(waitingRungs(hazard)).contains("-2 2026-12-31");
        assertThat(waiting(hazard)).isEmpty();
    }

    @Test
    void theSameNoticeAgainChangesNothingAndAnotherReplacesItAfterASecondLook() {
        takeIn(NOTICE);
        var revision = calendar.workingDays().revision();

        assertThat(examined(NOTICE).changes()).isEmpty();
        assertThat(keeping.takeIn(2027, NOTICE, 0, "again.csv", "office1")).isZero();
        assertThat(calendar.workingDays().revision()).isEqualTo(revision);

        var corrected = NOTICE.replace("2027-01-09,work", "2027-01-10,work");
        assertThat(examined(corrected).known()).isTrue();
        assertThat(examined(corrected).changes())
                .extracting(change -> change.day() + " " + change.before() + " " + change.now())
                .containsExactly("2027-01-09 调休上班（元旦调休上班） 休息", "2027-01-10 休息 调休上班（元旦调休上班）");
        assertThatThrownBy(() -> keeping.takeIn(2027, corrected, revision - 1, "late.csv", "office1"))
                .isInstanceOf(Conflict.class);
        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2027, 1, 9)))
                .isTrue();
        takeIn(corrected);
        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2027, 1, 9)))
                .isFalse();
        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2027, 1, 10)))
                .isTrue();
    }

    @Test
    void theLastDaysOfTheDecemberBeforeBelongToTheNotice() {
        takeIn(NOTICE + "2026-12-31,off,元旦\n");
        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2026, 12, 31)))
                .isFalse();

        takeIn(NOTICE);

        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(calendar.workingDays().isWorkingDay(LocalDate.of(2026, 10, 1)))
                .as("the notice of 2026 is untouched")
                .isFalse();
    }

    @Test
    void faultsAndStrangersWriteNothing() {
        assertThatThrownBy(() -> keeping.takeIn(2027, NOTICE + "2027-01-04,work,元旦\n", 0, "x.csv", "office1"))
                .isInstanceOf(InvalidInput.class);
        assertThat(calendar.workingDays().isKnown(2027)).isFalse();
        for (var other : List.of("inspector-yaodu", "admin", "leader1", "safety-010")) {
            assertThatThrownBy(() -> corrections.confirm(county.person(other).person()))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
    }

    private HazardNumber reportedOn(String day) {
        county.todayIs(day);
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-12-31"));
        safety.accepts(hazard);
        safety.rectifies(hazard);
        return hazard;
    }

    /** The default term counts: nobody names a day. */
    private HazardNumber assignedByReview() {
        var hazard = safety.registers(county.aHazardAt(safety));
        inspector.reviews(hazard, "ACCEPT", Map.of("grade", "GENERAL"));
        return hazard;
    }

    private CalendarKeeping.Examination examined(String notice) {
        return keeping.examine(2027, notice.getBytes(StandardCharsets.UTF_8));
    }

    private void takeIn(String notice) {
        var examined = examined(notice);
        assertThat(examined.problems()).isEmpty();
        assertThat(keeping.takeIn(2027, examined.notice(), examined.revision(), "2027.csv", "office1"))
                .isEqualTo(examined.changes().size())
                .isPositive();
    }

    private List<Waiting> waiting(HazardNumber hazard) {
        return corrections.waiting(0, 10_000).stream()
                .filter(move -> move.hazard().equals(hazard))
                .toList();
    }

    private List<WrittenEntry> entries(HazardNumber hazard) {
        return county.log(hazard).stream()
                .filter(entry -> entry.kind() == EntryKind.CALENDAR)
                .toList();
    }

    private List<String> waitingRungs(HazardNumber hazard) {
        return jdbc.sql("""
                        select concat_ws(' ', step, cast(fire_at at time zone 'Asia/Shanghai' as date)) from v_waiting_rung
                        where hazard = :hazard order by fire_at
                        """).param("hazard", hazard.value()).query(String.class).list();
    }

    private OffsetDateTime taskDue(HazardNumber hazard) {
        return ofTheTask(hazard, "due_date_");
    }

    private OffsetDateTime followUp(HazardNumber hazard) {
        return ofTheTask(hazard, "follow_up_date_");
    }

    private OffsetDateTime ofTheTask(HazardNumber hazard, String column) {
        return jdbc.sql("""
                        select t.%s at time zone 'UTC' from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_
                        where i.business_key_ = :hazard
                        """.formatted(column))
                .param("hazard", hazard.value())
                .query(OffsetDateTime.class)
                .single();
    }
}
