package org.bihuan.rectification.adapter;

import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Component;

/** What one may not see answers as if it did not exist, before anything else is looked at (design 8). */
@Component
class VisibleHazards {
    private final LedgerReader reader;
    private final CurrentPerson current;

    VisibleHazards(LedgerReader reader, CurrentPerson current) {
        this.reader = reader;
        this.current = current;
    }

    HazardNumber named(String text) {
        return HazardNumber.read(text)
                .filter(number -> reader.maySee(number, current.get()))
                .orElseThrow(() -> new NotVisible(text));
    }
}
