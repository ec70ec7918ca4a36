package org.bihuan.decisions;

import java.util.List;
import org.bihuan.engine.DecisionFiles;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.engine.DecisionVersions.Version;
import org.bihuan.engine.DecisionVersions.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which tables rule after a start (ADR 9). What the county has changed stays in force, whatever ships; what it never changed
 * follows the product. Only a table of the county that the product can no longer use is replaced by the shipped one, aloud.
 */
@Component
class TablesBeforeThePortOpens implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TablesBeforeThePortOpens.class);

    private final DecisionVersions versions;
    private final DecisionFiles files;
    private final Contracts contracts;
    private final TableCheck check;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    TablesBeforeThePortOpens(
            DecisionVersions versions,
            DecisionFiles files,
            Contracts contracts,
            TableCheck check,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.files = files;
        this.contracts = contracts;
        this.check = check;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            versions.takeTurns();
            versions.adopt();
            versions.shipped().forEach(decision -> bringIntoLine(decision, versions.shippedFile(decision)));
        });
        done = true;
    }

    /** @param shipped the file of this release */
    void bringIntoLine(String decision, byte[] shipped) {
        var known = versions.of(decision);
        if (known.isEmpty()) {
            put(decision, Origin.SHIPPED, shipped, 0);
            return;
        }
        var present = known.get(known.size() - 1);
        if (present.origin() == Origin.COUNTY) {
            if (!fits(present, shipped)) {
                LOG.warn(
                        "Table {} of the county (version {}) does not fit this release: the shipped one is in force."
                                + " The committee office must change it anew on page /decisions.",
                        decision,
                        present.version());
                put(decision, Origin.FALLBACK, shipped, present.version());
            }
        } else if (!hasRuledBefore(known, shipped)) {
            put(decision, Origin.SHIPPED, shipped, present.version());
        }
    }

    /** A file that ruled once and was replaced is no news: while two releases run side by side neither takes the other's back. */
    private boolean hasRuledBefore(List<Version> known, byte[] shipped) {
        var hash = versions.hash(shipped);
        return known.stream().anyMatch(version -> version.sha256().equals(hash));
    }

    private boolean fits(Version present, byte[] shipped) {
        var file = versions.file(present.decision(), present.version());
        if (file.isEmpty()) {
            return false;
        }
        var table = files.read(file.get());
        var release = files.read(shipped);
        return contracts
                .of(present.decision())
                .map(contract -> check.complaints(contract, table, release).isEmpty())
                .orElseGet(() -> table.hasFormOf(release));
    }

    private void put(String decision, Origin origin, byte[] shipped, int after) {
        versions.putInForce(new Wish(decision, origin, null, ""), shipped, after);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before anything asks a table. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }
}
