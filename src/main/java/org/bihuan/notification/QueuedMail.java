package org.bihuan.notification;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox on its way out.
 *
 * @param key unique for ever; a mail of the same key is the same mail
 * @param hazard absent exactly for mails of the morning
 * @param digestOn the only day on which a mail of the morning may leave; absent for all else
 * @param params what the event said and the case itself does not keep
 * @param attempts how often it was handed to the server before
 */
record QueuedMail(
        UUID id,
        String key,
        MailKind kind,
        String recipient,
        @Nullable String hazard,
        @Nullable LocalDate digestOn,
        Map<String, String> params,
        boolean immediate,
        int attempts) {}
