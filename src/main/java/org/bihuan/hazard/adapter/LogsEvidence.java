package org.bihuan.hazard.adapter;

import org.bihuan.evidence.EvidenceAdded;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each file that is handed in stands in the case log with its hash (P7). */
@Component
class LogsEvidence {
    private final HazardLedger ledger;
    private final StandIns standIns;

    LogsEvidence(HazardLedger ledger, StandIns standIns) {
        this.ledger = ledger;
        this.standIns = standIns;
    }

    @EventListener
    void on(EvidenceAdded added) {
        var item = added.item();
        HazardNumber.read(added.subject())
                .map(ledger::lock)
                .ifPresent(hazard -> ledger.save(
                        hazard,
                        LogEntry.of(EntryKind.EVIDENCE_ADDED, item.uploadedBy())
                                .with("standingInFor", represented(hazard, item.uploadedBy()))
                                .with("stage", item.stage())
                                .with("sha256", item.sha256())
                                .with("name", item.name())));
    }

    /** Proof is handed in for the responsible person, where the uploader stands in for him. */
    private @Nullable PersonId represented(Hazard hazard, PersonId uploader) {
        var responsible = hazard.responsibility().responsibleUser();
        return responsible != null
                        && !responsible.equals(uploader)
                        && standIns.actingAs(uploader).contains(responsible)
                ? responsible
                : null;
    }
}
