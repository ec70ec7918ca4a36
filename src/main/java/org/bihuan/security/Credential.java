package org.bihuan.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's login is proven against.
 *
 * @param version one more with each new password; a login made with an earlier one counts no more
 * @param oneLogin given by somebody else: good for one login, in which it must be changed
 * @param validUntil when a password for one login is worth nothing any more; null: never
 * @param usedAt when the one login was; null: not yet
 */
record Credential(
        String hash,
        int version,
        boolean oneLogin,
        @Nullable Instant validUntil,
        @Nullable Instant usedAt) {}
