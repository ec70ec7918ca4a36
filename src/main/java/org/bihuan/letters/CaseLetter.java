package org.bihuan.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A letter as one of its cases and one reader see it.
 *
 * @param state SUPERSEDED too where only this case has left a letter that goes on with others
 * @param rung that asked for it, for example {@code +15}
 * @param hazards the cases it is about that the reader may see
 * @param endedOn when it was discarded or superseded; null while it is a draft
 * @param reason why it was discarded, {@code by} whom; null else
 * @param supersededBy what has ended the delay; null else
 * @param mayBeDiscarded by the reader, now
 */
public record CaseLetter(
        UUID id,
        LetterKind kind,
        LetterState state,
        LocalDate draftedOn,
        String rung,
        List<HazardNumber> hazards,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable PersonId by,
        @Nullable Outcome supersededBy,
        boolean mayBeDiscarded) {}
