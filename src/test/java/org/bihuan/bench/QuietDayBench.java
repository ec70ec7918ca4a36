package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bihuan.CountyTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What one look of the engine for due timers costs when none is due, however many are pending. */
@CountyTest
@DirtiesContext
class QuietDayBench {
    private static final int POLLS = 101;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Test
    void polls() {
        for (var pending : new int[] {10_000, 1_000_000}) {
            pend(pending);
            var median = medianPoll();
            Figures.note("acquisition poll, none due, median of " + POLLS, pending + " pending timers", median);
        }
    }

    private Duration medianPoll() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var command = new AcquireJobsCmd(configuration.getJobExecutor());
        var nanos = IntStream.range(0, POLLS)
                .mapToLong(poll -> {
                    var start = System.nanoTime();
                    assertThat(configuration
                                    .getCommandExecutorTxRequired()
                                    .execute(command)
                                    .size())
                            .isZero();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        return Duration.ofNanos(nanos[POLLS / 2]);
    }

    private void pend(int timers) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from act_ru_job").update(); // the engine's own cleaning of its history may be due
            jdbc.sql("""
                            insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_,
                                                    duedate_, suspension_state_, priority_)
                            select 'q-' || i, 1, 'timer', true, 'x-' || i, 'x-' || i, 3, date '2027-01-01' + i % 1000, 1, 0
                            from generate_series(1, :timers) i
                            """).param("timers", timers).update();
        });
        PlannerStatistics.renew(environment);
    }
}
