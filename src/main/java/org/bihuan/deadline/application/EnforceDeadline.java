package org.bihuan.deadline.application;

import java.util.List;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.springframework.stereotype.Component;

/** What the engine's timer of a case is for: the incident, the rungs that are due, and the superiors who must answer. */
@Component
public class EnforceDeadline {
    private final HazardLedger ledger;
    private final OverdueIncidents incidents;
    private final FireRungs fireRungs;
    private final SupervisionDesk supervisions;

    EnforceDeadline(
            HazardLedger ledger, OverdueIncidents incidents, FireRungs fireRungs, SupervisionDesk supervisions) {
        this.ledger = ledger;
        this.incidents = incidents;
        this.fireRungs = fireRungs;
        this.supervisions = supervisions;
    }

    /** Finds little where the sweeper was first. */
    public void perform(HazardNumber number) {
        var held = ledger.lock(number);
        incidents.align(List.of(held));
        supervisions.open(fireRungs.of(held));
    }
}
