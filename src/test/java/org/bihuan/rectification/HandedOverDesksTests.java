package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Holding;
import org.bihuan.deadline.Holdings;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a case its open decisions go to the new unit's leader, and nobody's days are counted to somebody else (T26, 5.1). */
@CountyTest
class HandedOverDesksTests {
    @Autowired
    County county;

    @Autowired
    Holdings holdings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    County.Actor inspector;
    County.Actor head;
    County.Actor newHead;
    County.Actor safety;
    County.Actor office;
    HazardNumber hazard;

    @BeforeEach
    void aHazardInRectification() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        newHead = county.person("head-emb-chem");
        safety = county.person("safety-010");
        office = county.person("office1");
        county.todayIs("2026-10-12");
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
    }

    @Test
    void noDecisionStaysBehindWithTheOldUnitsLeader() {
        allThreeWaitForTheLeader();
        var days = dueDays();

        office.handsOver(hazard, "emb-chem");

        assertThat(county.openTasks(hazard))
                .containsExactly(
                        "decide-extension emb-chem-leader",
                        "decide-void emb-chem-leader",
                        "rectify",
                        "supervise emb-chem-leader");
        assertThat(dueDays()).as("no day moves").isEqualTo(days);
        assertThat(owners(ClockKind.EXTENSION, ClockKind.VOIDING, ClockKind.SUPERVISE_UNIT))
                .containsOnly("emb-chem-leader");
        assertThat(county.log(hazard))
                .anySatisfy(entry -> assertThat(entry.data()).contains("EXTENSION, VOIDING, SUPERVISE_UNIT"));
        assertThat(county.logIsUntouched(hazard)).isTrue();
        assertThatThrownBy(() -> head.answers(hazard, "INSTRUCTION", null)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> head.refusesMoreTime(hazard)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> head.decidesOnVoid(hazard, "GRANT")).isInstanceOf(Conflict.class);
    }

    @Test
    void theNewLeaderAnswersAndDecides() {
        allThreeWaitForTheLeader();
        office.handsOver(hazard, "emb-chem");

        newHead.answers(hazard, "INSTRUCTION", null);
        newHead.refusesMoreTime(hazard);
        newHead.decidesOnVoid(hazard, "REFUSE");

        assertThat(county.openTasks(hazard)).containsExactly("rectify");
        assertThat(county.runningClocks(hazard)).containsExactly(ClockKind.RECTIFY);
        safety.rectifies(hazard);
        county.person("inspector-emb-chem").judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
        assertThat(county.openTasks(hazard)).isEmpty();
    }

    @Test
    void theLadderOfADeskClimbsFromTheNewLeader() {
        allThreeWaitForTheLeader(); // the 督办 is to be answered by 29 October
        office.handsOver(hazard, "emb-chem");

        county.todayIs("2026-10-29");
        county.sweeps();

        assertThat(county.toldBy(hazard, ClockKind.SUPERVISE_UNIT, "0"))
                .contains("head-emb-chem")
                .doesNotContain("head-yaodu");
    }

    @Test
    void whatLiesHigherUpStaysThere() {
        county.todayIs("2026-12-02"); // 30 working days
        county.timerFires(hazard);
        head.proposesToVoid(hazard); // the only leader of his unit: the committee office decides

        office.handsOver(hazard, "emb-chem");

        assertThat(county.openTasks(hazard))
                .containsExactly("decide-void committee-office", "rectify", "supervise committee-office");
    }

    @Test
    void oneOfTwoSupervisionsMovesAlone() {
        county.todayIs("2026-10-26");
        county.timerFires(hazard);
        county.todayIs("2026-12-02");
        county.timerFires(hazard);

        office.handsOver(hazard, "emb-chem");

        assertThat(county.openTasks(hazard))
                .containsExactly("rectify", "supervise committee-office", "supervise emb-chem-leader");
        safety.rectifies(hazard);
        assertThat(county.openTasks(hazard)).containsExactly("verify emb-chem");
    }

    @Test
    void anOverdueClockNamesItsOwnerAndWhoHadItBefore() {
        safety.rectifies(hazard); // to be verified by 19 October
        county.todayIs("2026-10-20");
        county.timerFires(hazard);
        assertThat(incidents()).singleElement().asString().endsWith("应于2026-10-19前完成复查验收，已逾期");

        office.handsOver(hazard, "emb-chem");

        assertThat(incidents())
                .singleElement()
                .asString()
                .startsWith(unit("emb-chem"))
                .endsWith("已逾期（此前由" + unit("yaodu") + "承办）");
    }

    @Test
    void itsIncidentStandsOnEvenByAClockThatRunsBehind() {
        safety.rectifies(hazard); // to be verified by 19 October
        county.todayIs("2026-10-20");
        county.timerFires(hazard);

        clock.set("2026-10-19", "23:40");
        office.handsOver(hazard, "emb-chem");

        assertThat(incidents()).singleElement().asString().startsWith(unit("emb-chem"));
        assertThat(jdbc.sql("select incident from clock where hazard = :hazard and kind = 'VERIFY'")
                        .param("hazard", hazard.value())
                        .query(String.class)
                        .list())
                .as("the one that stands")
                .isEqualTo(jdbc.sql("select id from v_incident where hazard = :hazard")
                        .param("hazard", hazard.value())
                        .query(String.class)
                        .list());
    }

    @Test
    void theCaseShowsTheDaysEachOwnerUsed() {
        county.todayIs("2026-10-14");
        safety.rectifies(hazard);
        county.todayIs("2026-10-16");
        office.handsOver(hazard, "emb-chem");
        county.todayIs("2026-10-20");
        county.person("inspector-emb-chem").judges(hazard, Verdict.UNQUALIFIED, "仍缺一处");
        county.todayIs("2026-10-21");

        assertThat(holdings.of(hazard))
                .extracting(
                        Holding::kind,
                        Holding::round,
                        held -> held.owner().code(),
                        Holding::calendarDays,
                        Holding::workingDays,
                        held -> String.valueOf(held.until()))
                .contains(
                        tuple(ClockKind.RECTIFY, 1, enterprise(), 2, 2, "2026-10-14"),
                        tuple(ClockKind.VERIFY, 1, "yaodu", 2, 2, "2026-10-16"),
                        tuple(ClockKind.VERIFY, 1, "emb-chem", 4, 2, "2026-10-20"), // over a weekend
                        tuple(ClockKind.RECTIFY, 2, enterprise(), 1, 1, "null"));
    }

    @Test
    void theTimeOfAReportThatIsTakenBackIsNotTheEnterprises() {
        county.todayIs("2026-10-14");
        safety.rectifies(hazard);
        county.todayIs("2026-10-19");
        safety.withdraws(hazard);
        county.todayIs("2026-10-20");

        assertThat(holdings.of(hazard))
                .filteredOn(held -> held.kind() == ClockKind.RECTIFY)
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.calendarDays()).isEqualTo(3); // two before the report, one since
                    assertThat(held.until()).isNull();
                });
    }

    /** Asked for in time on the 16th and proposed on the 26th; three working days late the leader must answer. */
    private void allThreeWaitForTheLeader() {
        county.todayIs("2026-10-16");
        safety.asksForMoreTime(hazard, "2026-11-02");
        county.todayIs("2026-10-26");
        county.timerFires(hazard);
        inspector.proposesToVoid(hazard);
        assertThat(county.openTasks(hazard))
                .containsExactly(
                        "decide-extension yaodu-leader",
                        "decide-void yaodu-leader",
                        "rectify",
                        "supervise yaodu-leader");
    }

    private List<String> dueDays() {
        return jdbc.sql("""
                        select c.kind || ' ' || c.due_on || ' ' || t.due_at from v_clock c
                        join v_open_task t on t.hazard = c.hazard and t.task = c.task
                        where c.hazard = :hazard order by 1
                        """).param("hazard", hazard.value()).query(String.class).list();
    }

    private List<String> owners(ClockKind... kinds) {
        return jdbc.sql("select owner from v_clock where hazard = :hazard and kind in (:kinds)")
                .param("hazard", hazard.value())
                .param("kinds", List.of(kinds).stream().map(ClockKind::name).toList())
                .query(String.class)
                .list();
    }

    private List<String> incidents() {
        return jdbc.sql("""
                        select i.incident_msg_ from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
                        where i.incident_type_ = 'overdue' and p.business_key_ = :hazard
                        """).param("hazard", hazard.value()).query(String.class).list();
    }

    private String unit(String code) {
        return jdbc.sql("select name from unit where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private String enterprise() {
        return String.valueOf(safety.person().enterprise());
    }
}
