package org.bihuan.evidence;

import java.nio.file.Path;
import java.util.List;

/** All files at once, for back-up, restore and check. Each of them lies under the hash of its bytes, so each proves itself. */
public interface EvidenceArchive {
    /** From now until the hold is closed no file leaves the store, on any node. Hold first, then open the snapshot to copy. */
    Hold holdStill();

    /**
     * Copies the files that the caller's transaction knows of.
     *
     * @param folder none yet
     */
    Copied copyTo(Path folder);

    /**
     * Puts every file of a copy in its place.
     *
     * @throws IllegalStateException at the first whose bytes do not fit its name
     */
    Copied takeFrom(Path folder);

    /** Whether the store holds no file at all. */
    boolean isEmpty();

    /** Where it is, for messages. */
    Path place();

    /** Hashes of the files that the caller's transaction knows of and that are gone or have other bytes. */
    List<String> damaged();

    /** Held until closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** @param lost hashes of what is missing in the store, or damaged there, and therefore in the copy */
    record Copied(long files, long bytes, List<String> lost) {}
}
