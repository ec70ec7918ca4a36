package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.deadline.application.Sweeper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Every open case has something due at the same instant: the sweeper alone, on a durable PostgreSQL on the same machine. */
@CountyTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StormBench {
    private static final int CASES = Integer.getInteger("bihuan.cases", 100_000);
    private static final LocalDate DUE_ON = LocalDate.of(2026, 10, 20);

    @Autowired
    Sweeper sweeper;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Test
    @Order(1)
    void reminders() {
        new Crowd(jdbc, transaction).of(CASES, 5_000, DUE_ON);
        PlannerStatistics.renew(environment);
        clock.todayIs(DUE_ON.toString());
        var took = sweep();
        Figures.note("storm of reminders", CASES + " cases", took);
        assertThat(count("rung where step = '0' and fired_at is not null")).isEqualTo(CASES);
        assertThat(count("case_log where kind = 'REMINDED'")).isEqualTo(CASES);
    }

    @Test
    @Order(2)
    void overdue() {
        PlannerStatistics.renew(environment);
        clock.todayIs(DUE_ON.plusDays(1).toString());
        var took = sweep();
        Figures.note("storm that makes overdue, an incident each", CASES + " cases", took);
        assertThat(count("rung where step = '+1' and fired_at is not null")).isEqualTo(CASES);
        assertThat(count("v_incident where type = 'overdue'")).isEqualTo(CASES);
    }

    private Duration sweep() {
        var start = System.nanoTime();
        sweeper.sweep();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
