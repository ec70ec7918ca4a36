package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.bench.Crowd;
import org.bihuan.bench.Figures;
import org.bihuan.deadline.application.Sweeper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A morning on which 5,000 people have 20 cases each: which case stands in whose mail. Texts are made when a mail leaves. */
@CountyTest
@DirtiesContext
class DigestBench {
    private static final int OFFICERS = 5_000;
    private static final int CASES = 20 * OFFICERS;
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

    @Test
    void morning() {
        new Crowd(jdbc, transaction).of(CASES, OFFICERS, DUE_ON);
        clock.todayIs(DUE_ON.toString());
        sweeper.sweep();
        transaction.executeWithoutResult(status -> jdbc.sql("analyze").update());

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
