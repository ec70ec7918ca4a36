package org.bihuan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reminders of other systems are known to get wrong, each by the name of the failure. */
@CountyTest
class FailuresOthersHadTests {
    @Autowired
    County county;

    @Autowired
    TestClock clock;

    County.Actor inspector;
    County.Actor safety;
    HazardNumber hazard;

    @BeforeEach
    void aCaseDueOnTheEighthOfOctober() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-08"));
        safety.accepts(hazard);
    }

    private void eachDay(String first, String last) {
        LocalDate.parse(first).datesUntil(LocalDate.parse(last).plusDays(1)).forEach(day -> {
            county.todayIs(day.toString());
            county.sweeps();
            if (county.timerIsDue(hazard)) {
                county.timerFires(hazard);
            }
        });
    }

    @Test
    void everyLevelFiresAndNotOnlyTheFirst() {
        eachDay("2026-10-08", "2026-11-20");

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY))
                .extracting(rung -> rung.split(" ", 2)[0])
                .containsSubsequence("+1", "+3", "+7", "+15", "+30");
        assertThat(county.openTasks(hazard)).contains("supervise yaodu-leader", "supervise committee-office");
    }

    @Test
    void aMergedCaseDoesNotEscalate() {
        var twin = county.person("safety-011");
        var survivor = inspector.registers(county.aHazardAt(twin).graded(null).dueOn("2026-10-08"));
        var merged = inspector.registers(county.aHazardAt(twin).graded(null).dueOn("2026-10-08"));
        assertThat(county.hazard(merged).status()).isEqualTo(Status.REGISTERED);
        inspector.reviews(merged, "DUPLICATE", Map.of("duplicateOf", survivor.value(), "reason", "同一处"));
        assertThat(county.hazard(merged).status()).isEqualTo(Status.MERGED);
        var before = county.log(merged).size();

        eachDay("2026-10-08", "2026-10-30");

        assertThat(county.log(merged)).hasSize(before);
        assertThat(county.runningClocks(merged)).isEmpty();
        assertThat(county.overdueIncidents(merged)).isZero();
        assertThat(county.overdueIncidents(survivor)).isPositive();
    }

    @Test
    void noReminderIsLostAfterAReturn() {
        eachDay("2026-09-25", "2026-09-28"); // -3 is told
        safety.rectifies(hazard);
        county.todayIs("2026-09-29");
        inspector.judges(hazard, Verdict.UNQUALIFIED, "箱门未上锁");

        eachDay("2026-09-29", "2026-10-12"); // three working days for rework, seven days off between them

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY))
                .as("the second round tells by its own rungs")
                .containsSubsequence("-1 2026-10-08", "0 2026-10-09", "+1 2026-10-10");
    }

    @Test
    void noEscalationOutlivesItsCause() {
        eachDay("2026-10-08", "2026-10-16");
        assertThat(county.openTasks(hazard)).contains("supervise yaodu-leader");
        assertThat(county.overdueIncidents(hazard)).isPositive();

        safety.rectifies(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("verify yaodu");
        assertThat(county.overdueIncidents(hazard)).isZero();
        var told = county.firedRungs(hazard, ClockKind.RECTIFY);
        eachDay("2026-10-17", "2026-10-20");
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).isEqualTo(told);
    }

    @Test
    void aReportAnHourBeforeMidnightIsInTime() {
        clock.set("2026-10-08", "23:00"); // in UTC it is still the afternoon
        safety.rectifies(hazard);
        clock.set("2026-10-09", "00:05");
        county.sweeps();

        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.VERIFY);
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).noneMatch(rung -> rung.startsWith("+"));
        assertThat(county.overdueIncidents(hazard)).isZero();
    }

    @Test
    void whatIsDueTodayIsOverdueFromTheNextMidnightOfTheCounty() {
        clock.set("2026-10-08", "01:00"); // in UTC it is still the day before
        county.sweeps();
        assertThat(county.presentClock(hazard).state()).isEqualTo(ClockState.DUE_TODAY);
        clock.set("2026-10-08", "23:59");
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isZero();
        clock.set("2026-10-09", "00:01");
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isPositive();
    }
}
