package org.bihuan.hazard.adapter;

import org.bihuan.evidence.EvidenceRights;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.Person;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Component;

/** A file has the rights of its case: an id alone opens nothing (P2). */
@Component
class EvidenceRightsOfCases implements EvidenceRights {
    private final LedgerReader reader;
    private final HazardLedger ledger;

    EvidenceRightsOfCases(LedgerReader reader, HazardLedger ledger) {
        this.reader = reader;
        this.ledger = ledger;
    }

    @Override
    public boolean maySee(String subject, Person person) {
        return HazardNumber.read(subject)
                .map(number -> reader.maySee(number, person))
                .orElse(false);
    }

    @Override
    public boolean mayAdd(String subject, Person person) {
        return HazardNumber.read(subject)
                .map(number -> reader.worksOn(reader.get(number, person), person))
                .orElse(false);
    }

    @Override
    public void hold(String subject) {
        ledger.lock(HazardNumber.read(subject).orElseThrow(() -> new NotVisible(subject)));
    }
}
