package org.bihuan.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file tell.
 *
 * @param width as stored; pixels; null for a paper
 * @param takenAt as in {@link EvidenceItem}
 */
record Findings(
        FileKind kind,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Instant takenAt) {

    static Findings ofPaper(FileKind kind) {
        return new Findings(kind, null, null, null);
    }
}
