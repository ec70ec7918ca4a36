package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the supervising side presses for a case (N16); the owner of the clock that counts is told.
 *
 * @param clock ACCEPT, RECTIFY or VERIFY
 * @param to who has the work; absent while it is offered to several
 */
public record OwnerNudged(
        String hazard, int entry, String clock, @Nullable PersonId to, PersonId by) {}
