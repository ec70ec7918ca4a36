package org.bihuan.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A letter and the cases it is about. Its text is not kept: while it is a draft it is made from the state of the cases.
 *
 * @param endedOn the day on which it ceased to be a draft; null while it is one
 * @param reason why {@code endedBy} has discarded it; null else
 * @param lines in the order of the hazards' numbers, at least one
 */
record Letter(
        UUID id,
        LetterKind kind,
        LetterState state,
        LocalDate draftedOn,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable PersonId endedBy,
        List<Line> lines) {

    /**
     * One case, and the rung that asked for the letter.
     *
     * @param supersededBy what has ended its delay, {@code supersededOn} when; null while the letter is about it
     */
    record Line(
            HazardNumber hazard,
            String step,
            @Nullable LocalDate supersededOn,
            @Nullable Outcome supersededBy) {

        boolean stands() {
            return supersededOn == null;
        }
    }

    boolean isDraft() {
        return state == LetterState.DRAFT;
    }

    /** The cases it is about now; once it has ended, those it was about last or ever. */
    List<HazardNumber> hazards() {
        var standing =
                lines.stream().filter(Line::stands).map(Line::hazard).distinct().toList();
        return standing.isEmpty() ? lines.stream().map(Line::hazard).distinct().toList() : standing;
    }
}
