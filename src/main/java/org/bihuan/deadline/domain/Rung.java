package org.bihuan.deadline.domain;

import java.time.Instant;
import org.bihuan.deadline.ClockKind;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;

/**
 * One step of the ladder of one term of one clock; one row, fired once (N2).
 *
 * @param supervision and {@code letter}: as of {@link Step}
 */
public record Rung(
        HazardNumber hazard,
        ClockKind kind,
        int term,
        String step,
        Instant fireAt,
        String audience,
        String action,
        @Nullable String supervision,
        @Nullable String letter) {

    /** Working days from the due day. @throws NumberFormatException for a rung that is bound to none */
    public int offset() {
        return Step.offset(step);
    }
}
