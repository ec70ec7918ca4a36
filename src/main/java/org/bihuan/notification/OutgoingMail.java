package org.bihuan.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has not left.
 *
 * @param recipient a person's id, or {@code unit:<code>}, {@code ent:<credit code>} for a mailbox
 * @param name how the recipient is called
 * @param address where it would go now; absent when there is none
 * @param subject as it would be now
 * @param hazard number of its case; absent for a digest
 * @param leavesAt when it leaves if the mail server takes it, by office hours and earlier attempts; absent when it never will
 * @param lastError what went wrong last, or the server's words; absent before the first attempt
 */
public record OutgoingMail(
        String key,
        String kind,
        String recipient,
        String name,
        @Nullable String address,
        String subject,
        @Nullable String hazard,
        String status,
        @Nullable Instant leavesAt,
        int attempts,
        @Nullable String lastError) {}
