package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Consumer;
import org.bihuan.County;
import org.bihuan.Mailbox;
import org.bihuan.Nodes;
import org.bihuan.TestClock;
import org.bihuan.deadline.ClockKind;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An application that runs for a while, is away for days, and runs again: all that it does by itself it catches up with, once. The
 * days between are those of the clock, so that an outage of weeks takes no longer than a start.
 */
class StartsDaysApartTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestClock clock = TestClock.ofThisJvm();
    private final Mailbox mailbox = Mailbox.ofThisJvm();
    private final Nodes county = Nodes.ofANewCounty();

    @BeforeEach
    @AfterEach
    void theClockOfTheJvm() {
        clock.reset();
        mailbox.clear();
    }

    @Test
    void threeStartsDaysApartLoseNothingAndTellNothingTwice() {
        var hazard = new HazardNumber[1];
        var leftBehind = new HazardNumber[1];
        runs("2026-09-24", "10:00", node -> {
            var safety = node.person("safety-010");
            hazard[0] = node.person("inspector-yaodu")
                    .registers(node.aHazardAt(safety).dueOn("2026-10-08"));
            safety.accepts(hazard[0]);
            var onLeave = node.person("safety-011");
            leftBehind[0] = node.person("inspector-yaodu")
                    .registers(node.aHazardAt(onLeave).dueOn("2026-10-08"));
            onLeave.isAway("2026-10-12", "2026-10-16", node.person("principal-011"));
        });
        runs(
                "2026-10-13",
                "14:00",
                node -> await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(node.firedRungs(hazard[0], ClockKind.RECTIFY)).anyMatch(rung -> rung.startsWith("+3 "));
                    assertThat(node.openTasks(hazard[0])).contains("supervise yaodu-leader");
                    assertThat(mailbox.to("safety-010@bihuan.example"))
                            .anyMatch(mail -> mail.kind().equals("DIGEST"));
                    assertThat(node.handsOn(leftBehind[0])).contains("accept - safety-011"); // offered to who stands in
                }));
        runs("2026-11-18", "14:00", node -> {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(node.firedRungs(hazard[0], ClockKind.RECTIFY)).anyMatch(rung -> rung.startsWith("+30 "));
                assertThat(node.openTasks(hazard[0])).contains("supervise committee-office");
                assertThat(node.runningClocks(hazard[0])).isNotEmpty();
                assertThat(node.handsOn(leftBehind[0])).contains("accept safety-011");
            });
            assertThat(node.firedRungs(hazard[0], ClockKind.RECTIFY))
                    .extracting(rung -> rung.split(" ", 2)[0])
                    .containsExactly("-3", "-1", "0", "+1", "+3", "+7", "+15", "+30");
            assertThat(node.overdueIncidents(hazard[0])).isPositive();
            assertThat(node.logIsUntouched(hazard[0])).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mailbox.to("safety-010@bihuan.example"))
                            .extracting(Mailbox.Mail::key)
                            .contains("DIGEST/2026-10-13/safety-010", "DIGEST/2026-11-18/safety-010"));
        });
        assertThat(mailbox.all()).extracting(Mailbox.Mail::key).doesNotHaveDuplicates();
    }

    private void runs(String day, String time, Consumer<County> work) {
        clock.set(day, time);
        try (var node = county.start()) {
            work.accept(node.getBean(County.class));
        }
    }
}
