package org.bihuan.hazard.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bihuan.hazard.EntryKind;
import org.jspecify.annotations.Nullable;

/** The hash that ties one log entry to the one before it (P7). Its input is fixed for ever: entries written once must verify. */
final class ChainedHash {
    private ChainedHash() {}

    static String of(
            String previousHash, String hazard, int seq, Instant at, @Nullable String by, EntryKind kind, String data) {
        var entry = String.join(
                "\n",
                previousHash,
                hazard,
                String.valueOf(seq),
                asStored(at).toString(),
                by == null ? "" : by,
                kind.name(),
                data);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(entry.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** PostgreSQL keeps microseconds; what is hashed must be what comes back. */
    static Instant asStored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
