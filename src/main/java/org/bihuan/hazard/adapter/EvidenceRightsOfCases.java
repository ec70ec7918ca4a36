package org.bihuan.hazard.adapter;

import org.bihuan.evidence.EvidenceRights;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.Person;
import org.springframework.stereotype.Component;

/** A file has the rights of its case: an id alone opens nothing (P2). */
@Component
class EvidenceRightsOfCases implements EvidenceRights {
    private final LedgerReader reader;

    EvidenceRightsOfCases(LedgerReader reader) {
        this.reader = reader;
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
}
