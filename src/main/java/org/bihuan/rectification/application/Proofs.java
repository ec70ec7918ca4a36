package org.bihuan.rectification.application;

import java.util.List;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.adapter.Assignments;
import org.springframework.stereotype.Component;

/**
 * The files of a case that may prove its rectification: all but the receipts of paper service, which prove that the order
 * arrived and nothing else (T8).
 */
@Component
class Proofs {
    private final Evidence evidence;
    private final Assignments assignments;

    Proofs(Evidence evidence, Assignments assignments) {
        this.evidence = evidence;
        this.assignments = assignments;
    }

    /** Of all rounds, oldest first. */
    List<EvidenceItem> of(HazardNumber hazard) {
        var receipts = assignments.receipts(hazard);
        return evidence.of(hazard.value()).stream()
                .filter(file -> !receipts.contains(file.id()))
                .toList();
    }
}
