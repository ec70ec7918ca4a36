package org.bihuan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.bihuan.shared.CountyTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Clears away files of which no row speaks: those that waited in vain, and those whose transaction never ended well. Any
 * number of nodes may run it; while a file is being added it stands back until its next turn.
 */
@Component
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceSweeper {
    private static final int AT_MOST = 1000;
    /** With a turn every ten minutes no orphan gets older than an hour, and no transaction lives this long. */
    static final Duration ORPHANED = Duration.ofMinutes(30);

    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final EvidenceStore store;
    private final EvidenceItems items;
    private final CountyTime time;
    private final TransactionTemplate transaction;

    EvidenceSweeper(
            EvidenceStore store, EvidenceItems items, CountyTime time, PlatformTransactionManager transactions) {
        this.store = store;
        this.items = items;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void sweep() {
        transaction.executeWithoutResult(started -> {
            if (items.mayRemoveFiles()) {
                try {
                    dropExpired();
                    dropOrphans();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** The bytes go before the rows do: if the transaction fails in between, the next turn finds the same rows again. */
    private void dropExpired() throws IOException {
        for (var sha256 : items.dropExpired(time.now(), AT_MOST)) {
            store.drop(sha256);
        }
    }

    private void dropOrphans() throws IOException {
        for (var note : store.notesOlderThan(time.now().minus(ORPHANED))) {
            var sha256 = EvidenceStore.sha256Of(note);
            if (!items.speakOf(sha256)) {
                store.drop(sha256);
            }
            store.forget(note);
        }
        store.dropPartsOlderThan(time.now().minus(UNFINISHED));
    }
}
