package org.bihuan.deadline;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder climbs, never stops while a clock runs, and never tells twice (domain 5.3 to 5.5). */
@CountyTest
class NobodyIsForgottenTests {
    @Autowired
    County county;

    County.Actor inspector;
    County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        county.todayIs("2026-09-24");
    }

    private HazardNumber acceptedHazardDueOn(String day) {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn(day));
        safety.accepts(hazard);
        return hazard;
    }

    private void sweepEachDay(String first, String last) {
        LocalDate.parse(first).datesUntil(LocalDate.parse(last).plusDays(1)).forEach(day -> {
            county.todayIs(day.toString());
            county.sweeps();
        });
    }

    @Test
    void everyRungFiresOnItsDayAndTheLadderNeverEnds() {
        var hazard = acceptedHazardDueOn("2026-10-08");

        sweepEachDay("2026-09-24", "2026-12-02");

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)) // the vectors of domain 6.2
                .containsExactly(
                        "-3 2026-09-28",
                        "-1 2026-09-30",
                        "0 2026-10-08",
                        "+1 2026-10-09",
                        "+3 2026-10-12",
                        "+7 2026-10-16",
                        "+15 2026-10-28",
                        "+30 2026-11-18",
                        "+35 2026-11-25",
                        "+40 2026-12-02");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "+1"))
                .contains("safety-010", "principal-010", "inspector-yaodu")
                .doesNotContain("head-yaodu");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "+3")).containsExactly("head-yaodu", "unit:yaodu");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "+7")).contains("office1", "head-emb", "unit:emb");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "+40"))
                .contains("office1", "safety-010", "principal-010")
                .doesNotContain("head-emb");
        assertThat(county.log(hazard).stream()
                        .filter(entry -> entry.kind() == EntryKind.REMINDED)
                        .collect(toList()))
                .hasSize(10);
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void afterALongOutageEveryPassedRungTakesEffectOnceAndInOrder() {
        var hazard = acceptedHazardDueOn("2026-10-08");
        county.todayIs("2026-12-02");

        county.sweeps();
        county.sweeps();

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY))
                .extracting(rung -> rung.split(" ", 2)[0])
                .containsExactly("-3", "-1", "0", "+1", "+3", "+7", "+15", "+30", "+35", "+40");
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);
    }

    @Test
    void shamReportsDoNotResetTheLadder() {
        var hazard = acceptedHazardDueOn("2026-10-08");
        sweepEachDay("2026-10-08", "2026-10-20"); // +7 has climbed to the committee office
        safety.rectifies(hazard);
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "CLEAR")).contains("office1", "head-yaodu");
        county.todayIs("2026-10-21");
        inspector.judges(hazard, Verdict.UNQUALIFIED, "仍未整改");
        assertThat(county.toldBy(hazard, ClockKind.VERIFY, "CLEAR")).contains("office1", "head-yaodu");
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2026-10-26"); // 3 WD for rework

        sweepEachDay("2026-10-21", "2026-10-28");

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY))
                .contains(
                        "+1 2026-10-27",
                        "+3 2026-10-27", // long passed by the approved day: at the earliest after the new due day
                        "+7 2026-10-27",
                        "+15 2026-10-28"); // the day on which it would have fired without the report
    }

    @Test
    void aWithdrawnReportSilencesNothingThatFellMeanwhile() {
        var hazard = acceptedHazardDueOn("2026-10-08");
        county.todayIs("2026-10-09");
        county.sweeps();
        safety.rectifies(hazard);
        sweepEachDay("2026-10-10", "2026-10-13");
        safety.withdraws(hazard); // +3 on 12 October fell while the report stood

        sweepEachDay("2026-10-13", "2026-10-16");

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY))
                .containsSubsequence("CATCHUP 2026-10-13", "+3 2026-10-14", "+7 2026-10-16");
        assertThat(county.toldBy(hazard, ClockKind.RECTIFY, "CATCHUP")).contains("safety-010", "head-yaodu");
    }

    @Test
    void afterThePassOfAVerdictWhoWasToldHearsOfTheClosure() {
        var hazard = acceptedHazardDueOn("2026-10-08");
        sweepEachDay("2026-10-08", "2026-10-12");
        safety.rectifies(hazard);

        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        sweepEachDay("2026-10-13", "2026-12-31");

        assertThat(county.toldBy(hazard, ClockKind.VERIFY, "CLEAR")).containsExactly("head-yaodu", "unit:yaodu");
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).doesNotContain("+7 2026-10-16");
    }

    @Test
    void aVerificationThatIsLateBlamesTheUnitAndClimbsToo() {
        var hazard = acceptedHazardDueOn("2026-10-08");
        safety.rectifies(hazard);

        sweepEachDay("2026-09-25", "2026-11-11");

        assertThat(county.firedRungs(hazard, ClockKind.VERIFY))
                .extracting(rung -> rung.split(" ", 2)[0])
                .isEqualTo(List.of("START", "-2", "0", "+1", "+3", "+7", "+15", "+20"));
        assertThat(county.toldBy(hazard, ClockKind.VERIFY, "+1")).contains("head-yaodu");
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).isEmpty();
    }
}
