package org.bihuan.rectification.events;

import java.util.List;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Another unit follows the case (T26); the leaders of both are told.
 *
 * @param entry number of the log entry that says so
 * @param from absent where nobody followed it
 * @param desks clocks of the old unit's leaders that run for the new ones now, for example EXTENSION
 */
public record SupervisionHandedOver(
        String hazard, int entry, @Nullable UnitCode from, UnitCode to, List<String> desks) {}
