package org.bihuan.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of a day as it would leave.
 *
 * @param at when it may leave at the earliest
 * @param kind DIGEST, ESCALATION, ASSIGNMENT ...
 * @param recipient a person's id, or {@code unit:<code>}, {@code ent:<credit code>} for a mailbox
 * @param name how the recipient is called
 * @param address absent when no mail would reach the recipient
 * @param cases what it would say; in the order of the numbers
 */
public record RehearsedMail(
        Instant at,
        String kind,
        String recipient,
        String name,
        @Nullable String address,
        List<Told> cases) {
    /**
     * Why a case stands in a mail.
     *
     * @param matter REVIEW, ACCEPT, RECTIFY or VERIFY; CLEAR for a delay that is over; of a single mail its kind
     * @param why actions of rungs not told yet; OWN_WORK for what the reader has to do himself and is due soon, today or overdue;
     *     WAITING for what waits for his verdict or review; FOLLOWED for what is overdue on a week's first working day; of a single
     *     mail its kind
     */
    public record Told(String hazard, String matter, List<String> why) {}
}
