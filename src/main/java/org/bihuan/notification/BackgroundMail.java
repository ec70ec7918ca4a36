package org.bihuan.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The mail work of a running node; tests do it by hand. One thread looks for mail every two seconds, and at once when something was
 * queued on this node; it finishes the mail at hand when the node stops.
 */
@Component
@ConditionalOnProperty("bihuan.background")
class BackgroundMail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundMail.class);
    private static final Duration PATIENCE_WITH_SWEEPER = Duration.ofMinutes(10);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int SECONDS_AFTER_FAILURE = 15;
    private static final long LONGEST_GOODBYE_MILLIS = 15_000;

    private final Dispatcher dispatcher;
    private final DigestRun digestRun;
    private final UrgentRungs urgentRungs;
    private final UnreachableOwners unreachableOwners;
    private final CountyTime time;
    private final Semaphore queued = new Semaphore(0);
    private volatile @Nullable Thread worker;
    private @Nullable Instant digestWaitsSince;

    BackgroundMail(
            Dispatcher dispatcher,
            DigestRun digestRun,
            UrgentRungs urgentRungs,
            UnreachableOwners unreachableOwners,
            CountyTime time) {
        this.dispatcher = dispatcher;
        this.digestRun = digestRun;
        this.urgentRungs = urgentRungs;
        this.unreachableOwners = unreachableOwners;
        this.time = time;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MailQueued event) {
        queued.release();
    }

    /** Waits for the sweeper, so that what falls due at midnight stands in this morning's digest; but not for ever. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 20_000)
    void buildDigests() {
        try {
            if (digestRun.isDue() && !waitsForSweeper()) {
                digestWaitsSince = null;
                digestRun.run();
            }
        } catch (RuntimeException failure) {
            LOG.error("The digests of this morning could not be built; the next look tries again", failure);
        }
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 20_000)
    void writeUrgentMails() {
        try {
            urgentRungs.write();
        } catch (RuntimeException failure) {
            LOG.error("What cannot wait for a morning could not be written; the next look tries again", failure);
        }
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void lookForAddresses() {
        dispatcher.lookForAddresses();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void lookForUnreachableOwners() {
        unreachableOwners.align();
    }

    private boolean waitsForSweeper() {
        if (!digestRun.wouldMissRungs()) {
            return false;
        }
        var since = digestWaitsSince;
        if (since == null) {
            digestWaitsSince = time.now();
            return true;
        }
        return time.now().isBefore(since.plus(PATIENCE_WITH_SWEEPER));
    }

    private void work() {
        var pause = SECONDS_BETWEEN_LOOKS;
        while (worker == Thread.currentThread()) {
            try {
                if (queued.tryAcquire(pause, TimeUnit.SECONDS)) {
                    queued.drainPermits();
                }
                pause = SECONDS_BETWEEN_LOOKS;
                dispatcher.sendDue();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("Sending mail stopped half-way; it goes on in {} s", SECONDS_AFTER_FAILURE, failure);
                pause = SECONDS_AFTER_FAILURE;
            }
        }
    }

    @Override
    public void start() {
        dispatcher.start();
        var thread = new Thread(this::work, "mail-dispatcher");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = worker;
        worker = null;
        dispatcher.stop();
        queued.release();
        if (thread != null) {
            try {
                thread.join(LONGEST_GOODBYE_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
