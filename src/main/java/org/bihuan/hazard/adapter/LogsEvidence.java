package org.bihuan.hazard.adapter;

import org.bihuan.evidence.EvidenceAdded;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each file that is handed in stands in the case log with its hash (P7). */
@Component
class LogsEvidence {
    private final HazardLedger ledger;

    LogsEvidence(HazardLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(EvidenceAdded added) {
        var item = added.item();
        HazardNumber.read(added.subject())
                .map(ledger::lock)
                .ifPresent(hazard -> ledger.save(
                        hazard,
                        LogEntry.of(EntryKind.EVIDENCE_ADDED, item.uploadedBy())
                                .with("stage", item.stage())
                                .with("sha256", item.sha256())
                                .with("name", item.name())));
    }
}
