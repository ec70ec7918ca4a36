package org.bihuan.rectification.domain;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request to move the due day, pending or decided (4.4). Every one is kept, whatever was decided.
 *
 * @param dueOn the day it would move
 * @param late asked within the lead, so decided one level higher
 * @param rework moves the day of a rework; the approved day stays
 * @param decider group of the mirror
 * @param outcome null while pending
 */
public record Extension(
        int round,
        LocalDate askedOn,
        PersonId askedBy,
        LocalDate dueOn,
        LocalDate wishedOn,
        String reason,
        @Nullable String interimControls,
        boolean late,
        boolean rework,
        String decider,
        LocalDate decideBy,
        @Nullable Outcome outcome,
        @Nullable LocalDate grantedOn,
        @Nullable String opinion,
        @Nullable PersonId endedBy) {

    /** How a request ends; silence is never consent. */
    public enum Outcome {
        GRANTED,
        REFUSED,
        /** By the asker's side, because the matter has become idle: reported, declined. */
        WITHDRAWN
    }
}
