package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Another enterprise must rectify (T27): whoever had the work need do nothing any more.
 *
 * @param entry number of the log entry that says so
 * @param from who had it; null while it was offered to several
 */
public record HazardMovedAway(
        String hazard, int entry, @Nullable PersonId from) {}
