package org.bihuan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One stands in for another for some days (N8). It counts from the moment it was entered, at the earliest from its first day, to the
 * end of its last day or to the moment it was ended.
 *
 * @param person who is away
 * @param substitute who was named to do the work
 * @param fromOn first day, county time
 * @param toOn last day, included
 * @param endedAt absent while nobody has cut it short or given it up
 */
record Substitution(
        PersonId person,
        PersonId substitute,
        LocalDate fromOn,
        LocalDate toOn,
        Instant enteredAt,
        @Nullable Instant endedAt) {

    /** @param day of the county, in which the moment lies */
    boolean countsAt(Instant moment, LocalDate day) {
        return holds(day) && !moment.isBefore(enteredAt) && (endedAt == null || moment.isBefore(endedAt));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(toOn);
    }
}
