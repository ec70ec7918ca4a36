package org.bihuan.notification;

/** How a mail stands. */
enum MailStatus {
    /** Waits for its time, or for another attempt. */
    NEW,
    SENT,
    /** Refused for good by the mail server. */
    DEAD,
    /** Overtaken: a newer digest took its lines, or nothing was left to say. */
    SKIPPED,
    /** Its recipient has no address that works. */
    UNREACHABLE
}
