package org.bihuan.evidence;

import java.nio.file.Path;

/**
 * A file that has come whole and waits aside for its place. Closing removes what was not moved there.
 *
 * @param bytes 0 to {@link EvidenceStore#MOST_BYTES}
 */
record Arrival(Path part, String sha256, int bytes) implements AutoCloseable {
    @Override
    public void close() {
        EvidenceStore.deleteQuietly(part);
    }
}
