package org.bihuan.hazard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the case log as it stands for ever.
 *
 * @param seq 1 and on without gap within a hazard
 * @param by login of the person; null for the system itself
 * @param data JSON object, exactly the bytes that were hashed
 * @param hash SHA-256 over the entry and the hash before it, 64 lower-case hex digits
 * @param previousHash of the entry before; 64 zeros for the first
 */
public record WrittenEntry(
        HazardNumber hazard,
        int seq,
        Instant at,
        @Nullable String by,
        EntryKind kind,
        String data,
        String hash,
        String previousHash) {}
