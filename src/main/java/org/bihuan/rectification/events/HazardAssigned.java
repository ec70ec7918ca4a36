package org.bihuan.rectification.events;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A case was handed to the responsible side (T2, T3).
 *
 * @param hazard its number
 * @param entry number of the log entry that says so; with hazard, kind and recipient the key of its mail (N14)
 * @param to the person who has the work; null when it is offered to all of the enterprise or unit
 * @param dueOn last day to report completion
 */
public record HazardAssigned(
        String hazard, int entry, @Nullable PersonId to, boolean major, LocalDate dueOn) {}
