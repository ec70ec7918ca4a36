package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.deadline.ClockKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More time is a decision, never an edit (domain 4.4). */
@CountyTest
class ExtensionTests {
    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    County.Actor inspector;
    County.Actor head;
    County.Actor safety;
    County.Actor principal;
    County.Actor office;
    HazardNumber hazard;

    @BeforeEach
    void aHazardDueIn14Days() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        safety = county.person("safety-010");
        principal = county.person("principal-010");
        office = county.person("office1");
        county.todayIs("2026-09-24");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-14"));
        safety.accepts(hazard);
    }

    @Test
    void grantedMovesEverythingAndTheOriginalDayStays() {
        safety.asksForMoreTime(hazard, "2026-10-29");
        assertThat(county.runningClocks(hazard)).containsExactlyInAnyOrder(ClockKind.RECTIFY, ClockKind.EXTENSION);
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2026-10-14"); // stands until somebody decides

        head.grants(hazard, "2026-10-28");

        var dates = county.hazard(hazard).dueDates();
        assertThat(dates.dueOn()).isEqualTo("2026-10-28");
        assertThat(dates.approvedDueOn()).isEqualTo("2026-10-28");
        assertThat(dates.originalDueOn()).isEqualTo("2026-10-14");
        assertThat(county.hazard(hazard).extensions()).isEqualTo(1);
        assertThat(county.presentClock(hazard).originalDueOn()).isEqualTo("2026-10-14");
        assertThat(jdbc.sql(
                                "select cast(due_at at time zone 'Asia/Shanghai' as text) from v_open_task where hazard = :hazard")
                        .param("hazard", hazard.value())
                        .query(String.class)
                        .list())
                .containsExactly("2026-10-28 23:59:59");
        assertThat(jdbc.sql("""
                        select count(*) from rung where hazard = :hazard and kind = 'RECTIFY' and fired_at is null
                          and fire_at < '2026-10-16T00:00+08'
                        """)
                        .param("hazard", hazard.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        county.todayIs("2026-10-15");
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isZero();
        assertThat(county.logIsUntouched(hazard)).isTrue();
    }

    @Test
    void refusedLeavesEverythingAndWhatWasHeldTakesEffect() {
        county.todayIs("2026-10-13"); // within the lead of three working days: the committee office decides
        safety.asksForMoreTime(hazard, "2026-10-20");
        assertThatThrownBy(() -> head.refusesMoreTime(hazard)).isInstanceOf(Conflict.class);
        county.todayIs("2026-10-16");
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isZero();
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).noneMatch(rung -> rung.startsWith("+"));

        office.refusesMoreTime(hazard);

        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-14");
        assertThat(county.hazard(hazard).extensions()).isZero();
        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).contains("+1 2026-10-16");
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);
    }

    @Test
    void silenceIsNoConsentAndHoldsNothingForEver() {
        county.todayIs("2026-10-13");
        safety.asksForMoreTime(hazard, "2026-10-20"); // to be decided by 16 October
        county.todayIs("2026-10-16");
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isZero();

        county.todayIs("2026-10-19");
        county.sweeps();

        assertThat(county.firedRungs(hazard, ClockKind.RECTIFY)).contains("+1 2026-10-19", "+3 2026-10-19");
        assertThat(county.toldBy(hazard, ClockKind.EXTENSION, "+1")).contains("leader1");
        assertThat(county.overdueIncidents(hazard)).isEqualTo(2); // the enterprise's and the desk's
    }

    @Test
    void aReportTakesThePendingRequestBack() {
        safety.asksForMoreTime(hazard, "2026-10-29");

        safety.rectifies(hazard);

        assertThat(county.hazard(hazard).status()).isEqualTo(Status.SUBMITTED);
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.VERIFY);
        assertThat(jdbc.sql("select count(*) from v_open_task where hazard = :hazard and task = 'decide-extension'")
                        .param("hazard", hazard.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void capsLeadAndExpiryAreHonoured() {
        refused("WISH_LIES_WITHIN_THE_LIMIT", () -> safety.asksForMoreTime(hazard, "2026-10-30")); // 16 days
        refused("WISH_LIES_WITHIN_THE_LIMIT", () -> safety.asksForMoreTime(hazard, "2026-10-14"));
        assertThatThrownBy(() -> inspector.asksForMoreTime(hazard, "2026-10-20"))
                .isInstanceOf(NotAllowed.class);
        safety.asksForMoreTime(hazard, "2026-10-20");
        assertThatThrownBy(() -> safety.asksForMoreTime(hazard, "2026-10-21")).isInstanceOf(Conflict.class);
        refused("GRANT_LIES_WITHIN_THE_WISH", () -> head.grants(hazard, "2026-10-21"));
        head.grants(hazard, "2026-10-20");
        refused("EXTENSIONS_ARE_LEFT", () -> safety.asksForMoreTime(hazard, "2026-10-22"));

        county.todayIs("2026-10-21");
        refused("EXTENSION_IS_ASKED_BEFORE_EXPIRY", () -> safety.asksForMoreTime(hazard, "2026-10-22"));
    }

    @Test
    void theDayOfAReworkMovesOnceByThreeWorkingDaysAndTheApprovedDayStays() {
        county.todayIs("2026-10-14");
        safety.rectifies(hazard);
        county.todayIs("2026-10-15");
        inspector.judges(hazard, Verdict.UNQUALIFIED, "仍缺一段");
        assertThat(county.presentClock(hazard).dueOn()).isEqualTo("2026-10-20");
        refused("WISH_LIES_WITHIN_THE_LIMIT", () -> safety.asksForMoreTime(hazard, "2026-10-26"));

        safety.asksForMoreTime(hazard, "2026-10-23");
        head.grants(hazard, "2026-10-23");

        assertThat(county.hazard(hazard).dueDates().dueOn()).isEqualTo("2026-10-23");
        assertThat(county.hazard(hazard).dueDates().approvedDueOn()).isEqualTo("2026-10-14");
        assertThat(county.hazard(hazard).extensions()).isZero();
        refused("EXTENSIONS_ARE_LEFT", () -> safety.asksForMoreTime(hazard, "2026-10-26"));
    }

    @Test
    void forAMajorThePrincipalAsksAndTheTableSaysWhoDecides() {
        var major = inspector.registers(county.aHazardAt(safety).major("GB 35181-2025 5.1"));
        inspector.reviews(major, "ACCEPT", Map.of("grade", "MAJOR", "criterion", "GB 35181-2025 5.1"));
        safety.accepts(major);
        var dueOn = county.presentClock(major).dueOn();
        refused(
                "PRINCIPAL_SIGNS_FOR_THE_MAJOR",
                () -> safety.asksForMoreTime(major, dueOn.plusDays(60).toString()));

        principal.asksForMoreTime(major, dueOn.plusDays(60).toString());
        assertThatThrownBy(() -> head.refusesMoreTime(major))
                .isInstanceOf(Conflict.class); // 60 days: the committee office
        office.grants(major, dueOn.plusDays(45).toString());

        assertThat(county.hazard(major).dueDates().approvedDueOn()).isEqualTo(dueOn.plusDays(45));
    }

    private static void refused(String rule, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BusinessRuleViolated.class, e -> assertThat(e.code()).isEqualTo(rule));
    }
}
