package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.deadline.application.Sweeper;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What people in Tasklist feel of a storm, and what it feels of them: their lists are asked for all the time, before and in it. */
@CountyTest
@DirtiesContext
class StormWithPeopleBench {
    private static final int CASES = Integer.getInteger("bihuan.cases", 100_000);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final LocalDate DUE_ON = LocalDate.of(2026, 10, 20);
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";
    private static final List<String> PEOPLE = List.of("inspector-yaodu", "head-yaodu", "safety-005", "office1");

    @LocalServerPort
    int port;

    @Autowired
    Sweeper sweeper;

    @Autowired
    TestClock clock;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Test
    void aStormAmongPeople() throws Exception {
        new Crowd(jdbc, transaction).of(CASES, 5_000, DUE_ON);
        PlannerStatistics.renew(environment);
        credentials.setWhereMissing(PEOPLE.stream().map(PersonId::of).toList(), PASSWORD);
        var idleEnds = System.nanoTime() + IDLE.toNanos();
        whilePeopleWork(() -> System.nanoTime() < idleEnds, "warming up");
        var end = System.nanoTime() + IDLE.toNanos();
        whilePeopleWork(() -> System.nanoTime() < end, "idle");

        clock.todayIs(DUE_ON.toString());
        var storm = Executors.newSingleThreadExecutor();
        try {
            var start = System.nanoTime();
            Future<Duration> swept = storm.submit(() -> {
                sweeper.sweep();
                return Duration.ofNanos(System.nanoTime() - start);
            });
            whilePeopleWork(() -> !swept.isDone(), "in the storm");
            Figures.note("storm of reminders among people in Tasklist", CASES + " cases", swept.get());
        } finally {
            storm.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from rung where step = '0' and fired_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(CASES);
    }

    private void whilePeopleWork(BooleanSupplier goesOn, String when) throws Exception {
        var nanos = Collections.synchronizedList(new ArrayList<Long>());
        var desks = Executors.newFixedThreadPool(PEOPLE.size());
        try {
            var all = PEOPLE.stream()
                    .map(person -> desks.submit(() -> {
                        works(person, goesOn, nanos);
                        return null;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } finally {
            desks.shutdown();
        }
        var sorted = nanos.stream().sorted().toList();
        for (var percent : new int[] {50, 99}) {
            var at = sorted.get((sorted.size() - 1) * percent / 100);
            Figures.note(
                    "list in Tasklist, %s, p%d".formatted(when, percent),
                    sorted.size() + " looks",
                    Duration.ofNanos(at));
        }
    }

    /** Looks through the lists one after the other and thinks for a moment, as people do. */
    private void works(String person, BooleanSupplier goesOn, List<Long> nanos) throws InterruptedException {
        var browser = Browser.at(port).login(person, PASSWORD);
        List<String> filters =
                JsonPath.read(browser.get(FILTERS + "?resourceType=Task").body(), "$[*].id");
        for (int n = 0; goesOn.getAsBoolean(); n++) {
            var list = FILTERS + "/" + filters.get(n % filters.size()) + "/list?firstResult=0&maxResults=15";
            var start = System.nanoTime();
            var answer = browser.camunda("POST", list, "{}");
            nanos.add(System.nanoTime() - start);
            assertThat(answer.status()).isEqualTo(200);
            Thread.sleep(200);
        }
    }
}
