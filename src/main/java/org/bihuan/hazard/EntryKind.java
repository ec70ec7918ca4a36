package org.bihuan.hazard;

/** What a log entry tells; the Chinese words stand under {@code entry.<KIND>}. Kinds are only added. */
public enum EntryKind {
    REGISTERED,
    TAKEN_OVER,
    ASSIGNED,
    REVIEWED,
    ACCEPTED,
    DECLINED,
    SERVED,
    EVIDENCE_ADDED,
    COMPLETION_REPORTED,
    REPORT_WITHDRAWN,
    RETURNED,
    VERIFIED,
    CLOSED,
    REJECTED,
    MERGED,
    REASSIGNED,
    EXTENSION_ASKED,
    EXTENSION_GRANTED,
    EXTENSION_REFUSED,
    /** A due day has moved by a notice of holidays (6.3). */
    CALENDAR,
    /** A delay has reached a superior, who must answer for it. */
    SUPERVISION_OPENED,
    SUPERVISED,
    VOID_PROPOSED,
    VOIDED,
    VOID_REFUSED,
    HAND_OVER_PROPOSED,
    /** Another unit follows the case. */
    HANDED_OVER,
    REOPENING_PROPOSED,
    REOPENING_REFUSED,
    REOPENED,
    /** A rung of the ladder has told its audience. */
    REMINDED,
    /** A rung of the ladder has drafted a letter, which has no force before somebody signs it (N6). */
    LETTER_DRAFTED,
    LETTER_DISCARDED,
    RECURRENCE_FOUND,
    /** Somebody pressed for the case by hand. */
    NUDGED
}
