package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Supervising;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A delay reaches superiors one after the other, and each must answer for himself (N11). */
@CountyTest
class SupervisionTests {
    @Autowired
    County county;

    @Autowired
    Supervising supervising;

    @Autowired
    TestClock clock;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;
    County.Actor office;
    HazardNumber hazard;

    @BeforeEach
    void aHazardDueOnAWednesday() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        safety = county.person("safety-010");
        office = county.person("office1");
        county.todayIs("2026-10-12");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
    }

    @Test
    void threeWorkingDaysLateTheLeaderOfTheUnitMustAnswerWithinThree() {
        county.todayIs("2026-10-23");
        county.timerFires(hazard);
        assertThat(county.openTasks(hazard)).containsExactly("rectify");

        county.todayIs("2026-10-26");
        county.sweeps(); // the rows first, the token after them
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        county.timerFires(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise yaodu-leader");
        assertThat(county.runningClocks(hazard)).contains(ClockKind.SUPERVISE_UNIT);
        assertThat(county.presentClock(hazard).kind()).isEqualTo(ClockKind.RECTIFY);
        assertThatThrownBy(() -> inspector.answers(hazard, "INSTRUCTION", null)).isInstanceOf(Conflict.class);

        head.answers(hazard, "INSTRUCTION", "2026-11-09");

        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.RECTIFY);
        assertThat(supervising.of(hazard)).singleElement().satisfies(done -> {
            assertThat(done.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(done.answeredBy()).isEqualTo(head.id());
            assertThat(done.opinion()).isEqualTo("三日内完成，否则停产");
        });
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void aNodeWhoseClockRunsBehindOpensWhatAnotherHasFired() {
        county.todayIs("2026-10-26");
        county.sweeps();

        clock.advance(Duration.ofSeconds(-2));
        county.timerFires(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise yaodu-leader");
    }

    @Test
    void theTimerFiringTwiceOpensOne() {
        late();
        county.timerFires(hazard);
        county.timerFires(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise yaodu-leader");
    }

    @Test
    void noAnswerClimbsAndIsAnIncident() {
        late();
        county.timerFires(hazard); // to be answered by 29 October

        county.todayIs("2026-10-30");
        county.sweeps();

        assertThat(county.toldBy(hazard, ClockKind.SUPERVISE_UNIT, "+1")).contains("office1");
        assertThat(county.overdueIncidents(hazard)).isEqualTo(2);
        assertThat(county.openTasks(hazard)).contains("supervise yaodu-leader");
    }

    @Test
    void aHigherOneNeverClosesALowerOne() {
        late();
        county.timerFires(hazard);
        county.todayIs("2026-12-02"); // 30 working days
        county.timerFires(hazard);

        assertThat(county.openTasks(hazard))
                .containsExactly("rectify", "supervise committee-office", "supervise yaodu-leader");
        head.answers(hazard, "INTERVIEW", null);
        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise committee-office");
        office.answers(hazard, "TRANSFER", null);
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
    }

    /** N2: each is told, the highest alone acts. */
    @Test
    void afterAnOutageOnlyTheHighestIsOpened() {
        county.todayIs("2026-12-03");
        county.sweeps();
        county.timerFires(hazard);

        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "+3")).contains("head-yaodu");
        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise committee-office");
    }

    @Test
    void aReportTakesThemBack() {
        late();
        county.timerFires(hazard);

        safety.rectifies(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("verify yaodu");
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.VERIFY);
        assertThat(supervising.of(hazard)).extracting(Supervision::outcome).containsExactly(Outcome.SUBMITTED);
    }

    @Test
    void aGrantedExtensionTakesThemBack() {
        county.todayIs("2026-10-19");
        safety.asksForMoreTime(hazard, "2026-11-02"); // by 22 October
        county.todayIs("2026-10-26");
        county.timerFires(hazard);
        assertThat(county.openTasks(hazard)).contains("supervise yaodu-leader");

        office.grants(hazard, "2026-11-02");

        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        assertThat(supervising.of(hazard)).extracting(Supervision::outcome).containsExactly(Outcome.EXTENDED);
    }

    @Test
    void withdrawnTheDelayClimbsAgainOnTheNextWorkingDay() {
        county.todayIs("2026-10-22");
        county.sweeps();
        safety.rectifies(hazard);
        county.todayIs("2026-10-27");
        safety.withdraws(hazard); // +3 fell on the 26th, while the report stood
        county.todayIs("2026-10-28");
        county.timerFires(hazard);

        assertThat(county.openTasks(hazard)).containsExactly("rectify", "supervise yaodu-leader");
    }

    @Test
    void quietLastsAtMostTenWorkingDays() {
        late();
        county.timerFires(hazard);

        assertThatThrownBy(() -> head.answers(hazard, "INSTRUCTION", "2026-11-10"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class,
                        refused -> assertThat(refused.code()).isEqualTo("QUIET_LASTS_AT_MOST_TEN_WORKING_DAYS"));
        assertThatThrownBy(() -> head.answers(hazard, "INSTRUCTION", "2026-10-26"))
                .isInstanceOf(BusinessRuleViolated.class);
        assertThat(county.openTasks(hazard)).contains("supervise yaodu-leader");
    }

    private void late() {
        county.todayIs("2026-10-26");
    }
}
