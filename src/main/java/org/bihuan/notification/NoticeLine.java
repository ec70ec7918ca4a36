package org.bihuan.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a rung or of a mail.
 *
 * @param at when the rung fired or the mail was written
 * @param kind of a mail ASSIGNMENT, RETURNED, REASSIGNED, CLOSED, REJECTED, DIGEST; of a rung its action, for example REMINDER
 * @param clock ACCEPT, RECTIFY or VERIFY, of a digest's line also REVIEW; absent for other mails
 * @param term of the clock; absent where no rung is told
 * @param rung START, CATCHUP, or working days from the due day; absent where no rung is told
 * @param recipient a person's id, or {@code unit:<code>}, {@code ent:<credit code>} for a mailbox
 * @param reader who in fact got the mail, where the recipient was away (N8); else absent
 * @param status WAITING until a mail carries the rung, SILENCED when its clock stopped before; SET_ASIDE since a restore;
 *     else of the mail: NEW, SENT, DEAD, SKIPPED, UNREACHABLE
 * @param attempts of the mail so far
 * @param smtpReply the server's last answer, for example {@code 250 OK}
 */
public record NoticeLine(
        Instant at,
        String kind,
        @Nullable String clock,
        @Nullable Integer term,
        @Nullable String rung,
        String recipient,
        @Nullable String reader,
        String status,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String smtpReply) {}
