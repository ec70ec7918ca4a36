package org.bihuan.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bihuan.hazard.HazardNumber;

/** What the ladders have in store. */
public interface ComingRungs {
    /**
     * Rungs that have not fired yet and will have by that moment if nobody does anything, with those whom they would reach as things
     * stand; of the endless series behind a ladder the next one only.
     */
    List<ComingRung> until(Instant moment);

    /**
     * One of them.
     *
     * @param audience names of the ladder's audiences, separated by commas
     * @param recipients persons' ids, {@code unit:<code>} and {@code ent:<credit code>} for mailboxes
     */
    record ComingRung(
            HazardNumber hazard,
            ClockKind clock,
            int term,
            String step,
            String action,
            String audience,
            Set<String> recipients) {}
}
