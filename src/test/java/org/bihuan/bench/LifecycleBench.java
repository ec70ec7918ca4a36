package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.TestDatabase;
import org.bihuan.evidence.Stage;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A general hazard from registration to closing, by one person at a time and by eight, and beside it, in turns, a stock engine
 * that takes the same three tasks with a timer each through the same database server, without ledger, rules, evidence and mail.
 */
@CountyTest
@DirtiesContext
class LifecycleBench {
    private static final int TURNS = 5;
    private static final int A_TURN = Integer.getInteger("bihuan.lifecycles", 40);
    private static final int USERS = 8;
    /** Schools, clinics and shops of one town, so that one inspector has them all. */
    private static final int FIRST = 8;

    @Autowired
    County county;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void lifecycles() throws Exception {
        try (var stock = new StockEngine(TestDatabase.fresh())) {
            county.todayIs("2026-10-12");
            for (var users : List.of(1, USERS)) {
                turn(users, user -> lifecycle(user)); // warms both up
                turn(users, user -> stock.lifecycle());
                var ours = Duration.ZERO;
                var theirs = Duration.ZERO;
                for (int i = 0; i < TURNS; i++) {
                    ours = ours.plus(turn(users, user -> lifecycle(user)));
                    theirs = theirs.plus(turn(users, user -> stock.lifecycle()));
                }
                var size = "%d lifecycles, users: %d".formatted(TURNS * A_TURN, users);
                Figures.note("lifecycles", size, ours);
                Figures.note("lifecycles of stock Camunda", size, theirs);
            }
            var heard = statements.of(() -> lifecycle(0)).size();
            Figures.count("statements a lifecycle", heard);
            Figures.count("WAL bytes a lifecycle", walOf(() -> lifecycle(0)));
            Figures.count("WAL bytes a lifecycle of stock Camunda", walOf(stock::lifecycle));
        }
    }

    private Duration turn(int users, IntConsumer work) throws Exception {
        var people = Executors.newFixedThreadPool(users);
        try {
            var start = System.nanoTime();
            var all = IntStream.range(0, A_TURN)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        work.accept(n % users);
                        return null;
                    })
                    .toList();
            for (var done : people.invokeAll(all)) {
                done.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            people.shutdown();
        }
    }

    private void lifecycle(int user) {
        var safety = county.person("safety-%03d".formatted(FIRST + user));
        var inspector = county.person("inspector-yaodu");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
        safety.photographs(hazard, Stage.AFTER);
        safety.reportsCompletion(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "");
        assertThat(county.openTasks(hazard)).isEmpty();
    }

    /** What the server writes ahead for it, the mean of ten; nothing else is going on. */
    private long walOf(Runnable work) {
        var before = wal();
        IntStream.range(0, 10).forEach(n -> work.run());
        return (wal() - before) / 10;
    }

    private long wal() {
        return jdbc.sql("select cast(pg_current_wal_insert_lsn() - '0/0' as bigint)")
                .query(Long.class)
                .single();
    }
}
