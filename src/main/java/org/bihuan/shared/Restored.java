package org.bihuan.shared;

import java.time.Instant;

/**
 * The rows of a back-up stand in this database and nothing runs on them yet. Whoever holds what was true at the back-up's moment
 * only - leases, sessions, mail that may have left since - puts it in order, in the same transaction; doing so twice does no harm.
 *
 * @param at when it was restored
 */
public record Restored(Instant at) {}
