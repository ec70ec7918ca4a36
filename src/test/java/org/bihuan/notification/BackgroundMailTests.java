package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bihuan.Mailbox;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail work of a running node: awake as soon as a mail is committed, and no mail lost or doubled when the node stops. */
@MailTest
@Import(BackgroundMailTests.RunningNode.class)
@Timeout(60)
class BackgroundMailTests {
    private static final String ENTERPRISE = "91341721XN22510854";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    @Autowired
    BackgroundMail work;

    @Autowired
    WatchedChannel channel;

    @Autowired
    Outbox outbox;

    @Autowired
    CountyTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aRunningNode() {
        work.stop();
        mailbox.clear();
        ledger.empty();
        channel.forget();
        work.start();
    }

    @AfterEach
    void noMail() {
        channel.open.release(100);
        work.stop();
    }

    @Test
    void aMailLeavesAsSoonAsItIsCommitted() throws InterruptedException {
        channel.open.release(5);
        var began = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            var hazard = closed();
            transaction.executeWithoutResult(status -> writes(hazard));
            assertThat(channel.delivered.take()).contains(hazard);
        }

        // Each is written just after a look, so whoever waits for the next one needs five times the time between two.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BETWEEN_LOOKS.multipliedBy(3));
    }

    @Test
    void aMailDoesNotLeaveBeforeItIsCommitted() throws InterruptedException {
        channel.open.release(5);
        var hazard = closed();

        transaction.executeWithoutResult(status -> {
            writes(hazard);
            channel.waitsForALook();
            assertThat(channel.delivered).isEmpty();
        });

        assertThat(channel.delivered.take()).contains(hazard);
    }

    @Test
    void whatIsRolledBackNeverLeaves() throws InterruptedException {
        channel.open.release(5);
        var taken = closed();
        var undone = closed();

        transaction.executeWithoutResult(status -> {
            writes(undone);
            status.setRollbackOnly();
        });
        channel.waitsForALook();
        transaction.executeWithoutResult(status -> writes(taken));

        assertThat(channel.delivered.take()).contains(taken);
        assertThat(mailbox.naming(undone)).isEmpty();
    }

    @Test
    void aNodeThatStopsFinishesTheMailAtHandAndLeavesTheOthersToTheNextStart() throws Exception {
        var first = closed();
        var second = closed();
        transaction.executeWithoutResult(status -> {
            writes(first);
            writes(second);
        });
        var atHand = channel.begun.take();

        var stops = new Thread(work::stop, "stops");
        stops.start();
        while (stops.isAlive() && stops.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(stops.isAlive()).as("waits for the server's answer").isTrue();
        channel.open.release();
        stops.join();

        assertThat(channel.delivered).containsExactly(atHand);
        assertThat(statuses()).containsExactly("NEW", "SENT");

        channel.open.release(5);
        work.start();
        channel.delivered.take();
        assertThat(Objects.requireNonNull(channel.delivered.poll(20, TimeUnit.SECONDS)))
                .isNotEqualTo(atHand);
        work.stop();
        assertThat(statuses()).containsExactly("SENT", "SENT");
        assertThat(mailbox.naming(first)).hasSize(1);
        assertThat(mailbox.naming(second)).hasSize(1);
    }

    private String closed() {
        return ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;
    }

    private void writes(String hazard) {
        outbox.add(MailKind.CLOSED, hazard, 1, List.of("safety-001"), false, Map.of(), time.now());
    }

    private List<String> statuses() {
        return jdbc.sql("select status from mail_outbox order by status")
                .query(String.class)
                .list();
    }

    /** SMTP with a door in front: each mail waits for it, and whoever asks hears of each look and each mail. */
    static final class WatchedChannel implements MailChannel {
        final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
        final Semaphore open = new Semaphore(0);
        private final BlockingQueue<Boolean> looks = new LinkedBlockingQueue<>();
        private final MailChannel smtp;

        WatchedChannel(MailChannel smtp) {
            this.smtp = smtp;
        }

        void forget() {
            begun.clear();
            delivered.clear();
            open.drainPermits();
        }

        /** Until a look for mail that began after this moment has ended. */
        void waitsForALook() {
            looks.clear();
            try {
                looks.take(); // may have begun before
                looks.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public Round open() {
            var round = smtp.open();
            return new Round() {
                @Override
                public String hand(ComposedMail mail) throws NotTaken {
                    begun.add(mail.key());
                    open.acquireUninterruptibly();
                    var answer = round.hand(mail);
                    delivered.add(mail.key());
                    return answer;
                }

                @Override
                public void close() {
                    round.close();
                    looks.add(true);
                }
            };
        }
    }

    /**
     * What {@code bihuan.background} starts, without the daily jobs. No component: the room of the other mail tests is scanned, and
     * none of them has somebody at the door.
     */
    static class RunningNode {
        @Bean
        @Primary
        WatchedChannel watchedChannel(SmtpChannel smtp) {
            return new WatchedChannel(smtp);
        }

        @Bean
        BackgroundMail backgroundMail(
                Dispatcher dispatcher,
                DigestRun digestRun,
                UrgentRungs urgentRungs,
                @Lazy UnreachableOwners unreachableOwners, // of the engine, which is not here
                CountyTime time) {
            return new BackgroundMail(dispatcher, digestRun, urgentRungs, unreachableOwners, time);
        }
    }
}
