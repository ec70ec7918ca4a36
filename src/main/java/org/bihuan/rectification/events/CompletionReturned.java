package org.bihuan.rectification.events;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The verdict was "unqualified": a new round has begun (T17).
 *
 * @param opinion the verifier's words
 * @param dueOn the new working due date
 */
public record CompletionReturned(
        String hazard, int entry, @Nullable PersonId to, int round, String opinion, LocalDate dueOn) {}
