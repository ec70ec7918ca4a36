package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.bench.Crowd;
import org.bihuan.bench.Figures;
import org.bihuan.bench.PlannerStatistics;
import org.bihuan.deadline.application.Sweeper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A morning on which 5,000 people have 100,000 lines to read: which case stands in whose mail. Texts are made when a mail leaves. */
@CountyTest
@DirtiesContext
class DigestBench {
    private static final int OFFICERS = 5_000;
    private static final int CASES = 5 * OFFICERS; // four lines each: own work, and a rung told to three
    private static final LocalDate DUE_ON = LocalDate.of(2026, 10, 20);

    @Autowired
    DigestRun digests;

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
    void morning() {
        new Crowd(jdbc, transaction).of(CASES, OFFICERS, DUE_ON);
        PlannerStatistics.renew(environment);
        clock.todayIs(DUE_ON.toString());
        sweeper.sweep();
        PlannerStatistics.renew(environment);

        var start = System.nanoTime();
        var mails = digests.run();
        Figures.note("digest", mails + " mails, " + lines() + " lines", Duration.ofNanos(System.nanoTime() - start));

        assertThat(mails).isGreaterThanOrEqualTo(OFFICERS);
        assertThat(lines()).isGreaterThanOrEqualTo(CASES);
    }

    private int lines() {
        return jdbc.sql("select count(*) from mail_case").query(Integer.class).single();
    }
}
