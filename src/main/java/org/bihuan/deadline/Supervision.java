package org.bihuan.deadline;

import java.time.LocalDate;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * 督办: a superior whom a delay has reached answers for it (N11).
 *
 * @param kind which audience, as the clock of its own that runs for it
 * @param step the rung of rectification that opened it, for example {@code +3}
 * @param supervisor group of the mirror
 * @param outcome how it ended; null while it is open
 * @param quietUntil until that day whoever answered is not told again of this delay
 */
public record Supervision(
        HazardNumber hazard,
        ClockKind kind,
        int term,
        String step,
        String supervisor,
        LocalDate openedOn,
        @Nullable Outcome outcome,
        @Nullable LocalDate endedOn,
        @Nullable Action action,
        @Nullable String opinion,
        @Nullable LocalDate quietUntil,
        @Nullable PersonId answeredBy) {

    /** What the superior does about it. */
    public enum Action {
        INSTRUCTION,
        INTERVIEW,
        TRANSFER
    }

    /** ANSWERED by a person; the others took it back by themselves (N11). */
    public enum Outcome {
        ANSWERED,
        SUBMITTED,
        EXTENDED,
        DECLINED,
        MOVED,
        CLOSED,
        VOIDED,
        MERGED
    }
}
