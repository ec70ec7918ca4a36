package org.bihuan.rectification.domain;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person proposes and another decides (S7).
 *
 * @param what the reason's code, or the unit that is to follow the case
 * @param decider group of the mirror
 * @param decideBy null where no term runs for the decision
 * @param outcome null while it is pending
 */
public record Proposal(
        Kind kind,
        LocalDate proposedOn,
        PersonId proposedBy,
        String what,
        String reason,
        String decider,
        @Nullable LocalDate decideBy,
        @Nullable Outcome outcome) {

    public enum Kind {
        /** T23. */
        VOID,
        /** T28. */
        REOPEN,
        /** T26, by the leaders of both units. */
        HAND_OVER
    }

    /** LAPSED where the case has ended otherwise. */
    public enum Outcome {
        GRANTED,
        REFUSED,
        LAPSED
    }
}
