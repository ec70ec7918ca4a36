package org.bihuan.evidence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;

/**
 * A good file that could not be kept, because the disk is full or away. Nothing of it stays behind; answered with 507 or 503,
 * the sentence stands under {@code evidence.<code>}.
 */
public class EvidenceNotStored extends RuntimeException {
    private final boolean full;

    public EvidenceNotStored(IOException cause) {
        super("evidence could not be written", cause);
        this.full = saysFull(cause);
    }

    /** Systems tell it by words only. */
    private static boolean saysFull(IOException failure) {
        var reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason != null
                && Stream.of("No space left", "quota", "not enough space").anyMatch(reason::contains);
    }

    /** {@code STORAGE_FULL} or {@code STORAGE_AWAY}. */
    public String code() {
        return full ? "STORAGE_FULL" : "STORAGE_AWAY";
    }

    /** HTTP status of the answer. */
    public int status() {
        return full ? 507 : 503;
    }
}
