package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bihuan.outside.Caller.Answer;

/**
 * Writers that register hazard after hazard and note every number that the application acknowledged, until it is gone.
 * What is noted here must be in the ledger ever after (platform 8.1, I1).
 */
final class Journal {
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");
    private static final int WRITERS = 4;
    private static final int ENOUGH = 12;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> refused = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(ENOUGH);

    /** Begins to write and returns once some hazards are in; the writing goes on. */
    void beginWriting(PackagedApplication application) throws InterruptedException {
        for (var writer = 0; writer < WRITERS; writer++) {
            var thread = new Thread(() -> write(application));
            thread.setDaemon(true);
            thread.start();
        }
        assertThat(enough.await(60, TimeUnit.SECONDS))
                .as("hazards are registered; refused: %s", refused)
                .isTrue();
    }

    /** Returns once more hazards are in than those. */
    void awaitMoreThan(int hazards) {
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > hazards || !refused.isEmpty());
        assertThat(refused).isEmpty();
    }

    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void write(PackagedApplication application) {
        var inspector = application.caller().as("inspector-xiangyu");
        try {
            while (refused.isEmpty()) {
                var answer = inspector.post("/api/v1/hazards", hazard());
                if (answer.status() == 201) {
                    acknowledged.add(numberOf(answer));
                    enough.countDown();
                } else {
                    refused.add(answer);
                }
            }
        } catch (UncheckedIOException gone) {
            // killed in the middle of a call: whether that hazard is in, nobody was told
        }
    }

    /** Of the hazard that was registered. */
    static String numberOf(Answer registered) {
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        var number = NUMBER.matcher(registered.body());
        assertThat(number.find()).as(registered.body()).isTrue();
        return number.group(1);
    }

    /** One found today, as a program registers it. */
    static String hazard() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return """
                {"enterprise": "91341721XN80400B0Q", "location": "三号楼东侧临边", "description": "临边防护缺失",
                 "foundOn": "%s", "dueOn": "%s", "grade": "GENERAL"}
                """.formatted(today, today.plusDays(10));
    }
}
