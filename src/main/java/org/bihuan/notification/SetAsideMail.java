package org.bihuan.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mail that had not left when the back-up was made which is now in use. It may have left since.
 *
 * @param kind of {@link MailKind}
 * @param name how its recipient is called
 * @param hazard number of its case; absent where it speaks of several
 * @param queuedAt when it was written
 */
record SetAsideMail(
        String key, String kind, String name, @Nullable String hazard, Instant queuedAt) {}
