package org.bihuan.demo;

import java.time.Instant;

/**
 * A mail as it reached the built-in mailbox, one for each recipient; parts and headers that it lacks are empty.
 *
 * @param number counts the mails of this start, from 1
 * @param kind header {@code X-Bihuan-Kind}
 * @param key header {@code X-Bihuan-Key}, the outbox row's unique key
 * @param at when it arrived
 */
record CollectedMail(
        long number,
        String to,
        String subject,
        String kind,
        String key,
        String messageId,
        Instant at,
        String text,
        String html) {}
