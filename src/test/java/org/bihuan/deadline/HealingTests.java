package org.bihuan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.deadline.application.Healer;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks are the truth: whatever the engine has lost comes back (platform 8.1, I3 and I11). */
@CountyTest
class HealingTests {
    /** +3 of a case due on 8 October; its timer is spread over the first two hours of the day. */
    private static final OffsetDateTime THE_NEXT_RUNG = OffsetDateTime.parse("2026-10-12T00:00:00+08:00");

    @Autowired
    County county;

    @Autowired
    Healer healer;

    @Autowired
    JdbcClient jdbc;

    County.Actor inspector;
    County.Actor safety;
    HazardNumber hazard;

    @BeforeEach
    void anOverdueCase() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        county.todayIs("2026-09-24");
        while (healer.heal() > 0) {
            // whatever tests before have left, some hundreds at a time
        }
        hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-08"));
        safety.accepts(hazard);
        county.todayIs("2026-10-10");
        county.sweeps();
        assertThat(healer.heal()).isZero();
    }

    private OffsetDateTime timer() {
        return jdbc.sql("select fires_at from v_case_timer where hazard = :hazard")
                .param("hazard", hazard.value())
                .query(OffsetDateTime.class)
                .single();
    }

    private void broken(String sql) {
        assertThat(jdbc.sql(sql).param("hazard", hazard.value()).update()).isPositive();
    }

    @Test
    void aLostTimerComesBackAndTheCaseGoesOn() {
        broken("""
                delete from act_ru_job where process_instance_id_ in (
                    select id_ from act_ru_execution where business_key_ = :hazard)
                """);

        assertThat(healer.heal()).isEqualTo(1);

        assertThat(timer()).isBetween(THE_NEXT_RUNG, THE_NEXT_RUNG.plusHours(2));
        assertThat(healer.heal()).isZero();
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(hazard).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aTimerThatSleepsTooLongIsWoken() {
        broken("""
                update act_ru_job set duedate_ = '9999-12-31' where process_instance_id_ in (
                    select id_ from act_ru_execution where business_key_ = :hazard)
                """);

        assertThat(healer.heal()).isEqualTo(1);

        assertThat(timer()).isBetween(THE_NEXT_RUNG, THE_NEXT_RUNG.plusHours(2));
    }

    @Test
    void aJobThatHasGivenUpTriesAgain() {
        broken("""
                update act_ru_job set retries_ = 0 where process_instance_id_ in (
                    select id_ from act_ru_execution where business_key_ = :hazard)
                """);

        assertThat(healer.heal()).isEqualTo(1);

        assertThat(jdbc.sql("select count(*) from act_ru_job where retries_ = 0")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aForeignDueDateIsSetRight() {
        broken("""
                update act_ru_task set due_date_ = '2030-01-01' where proc_inst_id_ in (
                    select id_ from act_ru_execution where business_key_ = :hazard)
                """);

        assertThat(healer.heal()).isEqualTo(1);

        assertThat(jdbc.sql("select due_at from v_open_task where hazard = :hazard")
                        .param("hazard", hazard.value())
                        .query(OffsetDateTime.class)
                        .single())
                .isEqualTo(OffsetDateTime.parse("2026-10-08T23:59:59+08:00"));
    }

    @Test
    void aLostIncidentIsRaisedAnewAndAnUnexplainedOneEnds() {
        broken(
                "delete from act_ru_incident where id_ = (select incident from clock where hazard = :hazard and incident is not null)");
        assertThat(county.overdueIncidents(hazard)).isZero();

        healer.heal();
        county.sweeps();
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);

        broken("update clock set incident = null, due_on = '2026-12-31' where hazard = :hazard and stopped_on is null");
        healer.heal();
        assertThat(county.overdueIncidents(hazard)).isZero();
    }
}
