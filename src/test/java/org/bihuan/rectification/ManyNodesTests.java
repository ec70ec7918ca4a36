package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.bihuan.County;
import org.bihuan.Nodes;
import org.bihuan.TestClock;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.application.Sweeper;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two applications on one database: whatever both do at the same moment happens once. */
class ManyNodesTests {
    private static final int CASES = 12;

    private final Nodes nodes = Nodes.ofANewCounty();

    @BeforeEach
    @AfterEach
    void theClockOfTheJvm() {
        TestClock.ofThisJvm().reset();
    }

    @Test
    void twoNodesSweepAndWakeAtTheSameMomentAndNothingHappensTwice() throws Exception {
        try (var one = nodes.startWaking();
                var other = nodes.startWaking()) {
            var county = one.getBean(County.class);
            var cases = new ArrayList<HazardNumber>();
            for (int i = 0; i < CASES; i++) {
                var wish = county.aHazardAt(county.person("safety-010")).dueOn("2026-10-08");
                cases.add(county.person("inspector-yaodu").registers(wish));
            }
            for (var day : List.of("2026-10-09", "2026-10-12", "2026-10-16", "2026-11-18")) {
                county.todayIs(day);
                atTheSameMoment(List.of(() -> sweeps(one), () -> sweeps(other)));
                await().atMost(Duration.ofMinutes(2)).until(() -> cases.stream().noneMatch(county::timerIsDue));
                county.sweeps();
            }
            for (var number : cases) {
                assertThat(county.firedRungs(number, ClockKind.RECTIFY)).doesNotHaveDuplicates();
                assertThat(county.openTasks(number))
                        .doesNotHaveDuplicates()
                        .contains("supervise yaodu-leader", "supervise committee-office");
                assertThat(county.logIsUntouched(number)).isTrue();
            }
            var time = one.getBean(CountyTime.class);
            var invariants = new CaseInvariants(one.getBean(JdbcClient.class), time.zone());
            assertThat(invariants.brokenBy(cases, time.now())).isEmpty();
            assertThat(invariants.brokenAtRestBy(cases, time.now(), time.now())).isEmpty();
        }
    }

    private static void atTheSameMoment(List<Callable<Void>> steps) throws InterruptedException, ExecutionException {
        var people = Executors.newFixedThreadPool(steps.size());
        try {
            for (var done : people.invokeAll(steps)) {
                done.get();
            }
        } finally {
            people.shutdown();
        }
    }

    private static Void sweeps(ApplicationContext node) {
        node.getBean(Sweeper.class).sweep();
        return null;
    }
}
