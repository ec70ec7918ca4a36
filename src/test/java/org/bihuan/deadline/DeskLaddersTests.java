package org.bihuan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.ReopenReason;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever owes a decision is reminded; his silence climbs, and never ends (N17, 5.4). */
@CountyTest
class DeskLaddersTests {
    @Autowired
    County county;

    @Autowired
    RunningClocks clocks;

    @Autowired
    CountyCalendar calendar;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        safety = county.person("safety-010");
        county.todayIs("2026-10-12");
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW, inspector-emb-chem, head-emb-chem, office1",
        "EXTENSION, head-yaodu, office1, office1",
        "VOIDING, head-yaodu, office1, office1",
        "REOPENING, head-yaodu, office1, office1",
        "SUPERVISE_UNIT, head-yaodu, office1, office1",
        "SUPERVISE_OFFICE, office1, leader1, leader1"
    })
    void silenceOfADeskClimbs(ClockKind desk, String owner, String superior, String then) {
        var hazard = asked(desk);
        var dueOn = clocks.of(hazard).stream()
                .filter(clock -> clock.kind() == desk)
                .findFirst()
                .orElseThrow()
                .dueOn();
        assertThat(clocks.next(hazard)).as("the page says what comes next").anySatisfy(step -> {
            assertThat(step.clock()).isEqualTo(desk);
            assertThat(step.action()).isNotBlank();
            assertThat(step.audience()).isNotBlank();
        });

        sweepsOn(dueOn);
        assertThat(county.toldBy(hazard, desk, "0")).contains(owner);
        sweepsOn(workingDays(dueOn, 1));
        assertThat(county.toldBy(hazard, desk, "+1")).contains(superior);
        sweepsOn(workingDays(dueOn, 5));
        assertThat(county.toldBy(hazard, desk, "+5")).contains(then);
        for (var offset : new int[] {10, 15, 20}) {
            sweepsOn(workingDays(dueOn, offset));
            assertThat(county.toldBy(hazard, desk, "+" + offset)).contains(then, superior);
        }
        assertThat(clocks.next(hazard))
                .as("a running clock always has a next rung")
                .anySatisfy(step -> assertThat(step.clock()).isEqualTo(desk));
    }

    private HazardNumber asked(ClockKind desk) {
        Map<ClockKind, Supplier<HazardNumber>> ways = Map.of(
                ClockKind.REVIEW,
                () -> county.person("safety-061").registers(county.aHazardAt(county.person("safety-061"))),
                ClockKind.EXTENSION,
                this::extensionIsAsked,
                ClockKind.VOIDING,
                this::voidIsProposed,
                ClockKind.REOPENING,
                this::reopeningIsProposed,
                ClockKind.SUPERVISE_UNIT,
                () -> lateSince("2026-10-26"),
                ClockKind.SUPERVISE_OFFICE,
                () -> lateSince("2026-12-02"));
        return java.util.Objects.requireNonNull(ways.get(desk)).get();
    }

    private HazardNumber extensionIsAsked() {
        var hazard = inRectification();
        safety.asksForMoreTime(hazard, "2026-11-02");
        return hazard;
    }

    private HazardNumber voidIsProposed() {
        var hazard = inRectification();
        inspector.proposesToVoid(hazard);
        return hazard;
    }

    private HazardNumber reopeningIsProposed() {
        var hazard = inRectification();
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        inspector.proposesToReopen(hazard, ReopenReason.LOOK_BACK_FAILED);
        return hazard;
    }

    private HazardNumber lateSince(String day) {
        var hazard = inRectification();
        county.todayIs(day);
        county.timerFires(hazard);
        return hazard;
    }

    private HazardNumber inRectification() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
        return hazard;
    }

    private LocalDate workingDays(LocalDate dueOn, int behind) {
        return calendar.workingDays().workingDayFrom(dueOn, behind);
    }

    private void sweepsOn(LocalDate day) {
        county.todayIs(day.toString());
        county.sweeps();
    }
}
