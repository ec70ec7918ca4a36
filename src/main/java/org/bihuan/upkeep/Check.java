package org.bihuan.upkeep;

import java.util.List;
import java.util.Objects;
import org.bihuan.evidence.EvidenceArchive;
import org.bihuan.hazard.CaseLogProof;
import org.bihuan.shared.ForUpkeep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves the log of every case and the bytes of every file (P7). */
@Component
@ForUpkeep
class Check {
    private static final int SHOWN = 20;

    private final CaseLogProof logs;
    private final EvidenceArchive evidence;
    private final TransactionTemplate transaction;

    Check(CaseLogProof logs, EvidenceArchive evidence, PlatformTransactionManager transactions) {
        this.logs = logs;
        this.evidence = evidence;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    Findings look() {
        return new Findings(logs.prove(), Objects.requireNonNull(transaction.execute(begun -> evidence.damaged())));
    }

    /** @param damaged hashes of evidence that is missing or has other bytes */
    record Findings(CaseLogProof.Result logs, List<String> damaged) {
        boolean areGood() {
            return logs.broken().isEmpty() && damaged.isEmpty();
        }

        /** For an operator, one thing a line. */
        String inWords() {
            var words = new StringBuilder("Checked %d cases with %d log entries: %s."
                    .formatted(
                            logs.cases(),
                            logs.entries(),
                            logs.broken().isEmpty()
                                    ? "every chain holds"
                                    : logs.broken().size() + " chains are BROKEN: " + some(logs.broken())));
            words.append(System.lineSeparator())
                    .append(
                            damaged.isEmpty()
                                    ? "Every evidence file has the bytes of its hash."
                                    : damaged.size() + " evidence files are MISSING OR DAMAGED: " + some(damaged));
            return words.toString();
        }

        private static String some(List<?> all) {
            return all.stream().limit(SHOWN).map(Object::toString).toList() + (all.size() > SHOWN ? " ..." : "");
        }
    }
}
