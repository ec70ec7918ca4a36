package org.bihuan.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a hazard left the open ledger.
 *
 * @param completedOn day the work was finished, as the passing report says
 * @param closedOn day of closure; present exactly in CLOSED
 * @param reason why it was voided; present exactly in VOIDED
 * @param survivor the case that carries on; present exactly in MERGED
 */
public record Ending(
        @Nullable LocalDate completedOn,
        @Nullable LocalDate closedOn,
        @Nullable VoidReason reason,
        @Nullable HazardNumber survivor) {

    public static final Ending NONE = new Ending(null, null, null, null);
}
