package org.bihuan.deadline;

/**
 * Whose clock it is.
 *
 * @param code credit code or unit code
 */
public record ClockOwner(Kind kind, String code) {

    /** An enterprise, or a unit: the supervising one, or the responsible one of a public hazard. */
    public enum Kind {
        ENTERPRISE,
        UNIT
    }
}
