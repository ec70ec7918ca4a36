package org.bihuan.rectification.events;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A closed case has to be rectified anew (T28).
 *
 * @param entry number of the log entry that says so
 * @param to who has the work; null while it is offered to several
 * @param dueOn the new working due day
 */
public record HazardReopened(
        String hazard, int entry, @Nullable PersonId to, int round, String reason, LocalDate dueOn) {}
