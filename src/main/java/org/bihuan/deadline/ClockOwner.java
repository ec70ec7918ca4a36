package org.bihuan.deadline;

/**
 * Whose clock it is.
 *
 * @param code credit code, unit code, or group of the mirror
 */
public record ClockOwner(Kind kind, String code) {

    /** An enterprise; a unit: the supervising one, or the responsible one of a public hazard; the leaders who decide. */
    public enum Kind {
        ENTERPRISE,
        UNIT,
        GROUP
    }
}
