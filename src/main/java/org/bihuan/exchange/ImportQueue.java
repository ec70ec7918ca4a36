package org.bihuan.exchange;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what waits, one batch at a time over all nodes; a batch whose node has died is taken up by the next that looks. */
@Component
class ImportQueue implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

    private final Batches batches;
    private final ImportRun run;
    private final TableRun tables;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(Batches batches, ImportRun run, TableRun tables, TransactionTemplate transaction) {
        this.batches = batches;
        this.run = run;
        this.tables = tables;
        this.transaction = transaction;
    }

    /** Sets the worker going and waits for it a while; a long run goes on behind the answer. */
    void runFor(Duration patience) {
        Future<?> running = worker.submit(this::runAll);
        try {
            running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            LOG.debug("An import goes on behind its answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("import stopped", e.getCause());
        }
    }

    private void runAll() {
        while (true) {
            var next = transaction.execute(status -> batches.claim());
            if (next == null || next.isEmpty()) {
                return;
            }
            perform(next.get());
        }
    }

    private void perform(Batch batch) {
        if (batch.isOfALedger()) {
            run.perform(batch);
        } else {
            tables.perform(batch);
        }
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }

    /** Takes up what another node has left. */
    @Component
    @ConditionalOnProperty("bihuan.background")
    static class Watch {
        private final ImportQueue queue;

        Watch(ImportQueue queue) {
            this.queue = queue;
        }

        @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
        void look() {
            try {
                queue.runFor(Duration.ofMillis(100));
            } catch (IllegalStateException failure) {
                LOG.error("An import stopped; it is tried again when its lease ends", failure);
            }
        }
    }
}
