package org.bihuan.deadline;

import java.util.Objects;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Whose clock it is.
 *
 * @param code credit code, unit code, or group of the mirror
 */
public record ClockOwner(Kind kind, String code) {

    /** Who answers for a clock of the case itself: whoever must remove the hazard, or for VERIFY whoever follows it (5.1). */
    public static ClockOwner of(Hazard hazard, ClockKind kind) {
        var responsibility = hazard.responsibility();
        if (kind == ClockKind.VERIFY) {
            return unit(responsibility.supervisingUnit());
        }
        return responsibility.enterprise() != null
                ? new ClockOwner(Kind.ENTERPRISE, responsibility.enterprise().value())
                : unit(responsibility.responsibleUnit());
    }

    /** A group of the mirror, for the clock of a desk. */
    public static ClockOwner group(String group) {
        return new ClockOwner(Kind.GROUP, group);
    }

    private static ClockOwner unit(@Nullable UnitCode unit) {
        return new ClockOwner(Kind.UNIT, Objects.requireNonNull(unit).value());
    }

    /** An enterprise; a unit: the supervising one, or the responsible one of a public hazard; the leaders who decide. */
    public enum Kind {
        ENTERPRISE,
        UNIT,
        GROUP
    }
}
