package org.bihuan.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public body that finds, follows or must rectify hazards.
 *
 * @param region code of the region; the county's for county bodies
 * @param industries codes the unit is competent for; empty for towns and zones, which answer for all trades of their region
 * @param mailbox the unit's own address, absent for a unit that cannot be reached (N9)
 */
public record Unit(
        UnitCode code,
        String name,
        Kind kind,
        String region,
        Set<String> industries,
        @Nullable String mailbox) {

    /** What kind of body a unit is. */
    public enum Kind {
        COMMITTEE_OFFICE,
        BUREAU,
        DEPARTMENT,
        TOWN,
        ZONE
    }

    public boolean isTownOrZone() {
        return kind == Kind.TOWN || kind == Kind.ZONE;
    }
}
