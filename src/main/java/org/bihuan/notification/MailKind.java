package org.bihuan.notification;

/** What a mail is about; header {@code X-Bihuan-Kind}. Kinds are only added. */
enum MailKind {
    /** A case was handed to the responsible side. */
    ASSIGNMENT,
    /** Unqualified: a new round begins. */
    RETURNED,
    /** Another person has the work, or another unit follows the case; to the old and the new one. */
    REASSIGNED,
    /** The case has left the open ledger. */
    CLOSED,
    /** The review turned the registration down or merged it; or a proposal was turned down. To whoever brought it. */
    REJECTED,
    /** What waits, is due soon and overdue, once a working morning. */
    DIGEST,
    /** Delays that have climbed to superiors, once a working morning; of a major that climbed later in the day, by itself. */
    ESCALATION,
    /** A hazard that must be removed at once is still there after its day. */
    OVERDUE,
    /** A request for more time is decided; to the enterprise, the supervising unit and the committee office (4.4). */
    EXTENSION,
    /** Somebody presses for the case by hand. */
    NUDGE,
    /** How many mails have left, for those who keep the machine running. */
    DAILY_REPORT
}
