package org.bihuan.rectification.events;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time is decided (T14).
 *
 * @param entry number of the log entry that says so
 * @param opinion the decider's words
 * @param dueOn as it stands from now on
 */
public record ExtensionDecided(
        String hazard,
        int entry,
        PersonId askedBy,
        LocalDate wishedOn,
        boolean granted,
        @Nullable String opinion,
        LocalDate dueOn,
        PersonId by) {}
