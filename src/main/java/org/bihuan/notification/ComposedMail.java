package org.bihuan.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail ready to leave.
 *
 * @param id the outbox row: the same mail keeps its Message-ID over all attempts
 * @param address one only, so that nobody sees who else was told (N7)
 */
record ComposedMail(
        UUID id, String key, MailKind kind, String address, Instant at, String subject, String text, String html) {}
