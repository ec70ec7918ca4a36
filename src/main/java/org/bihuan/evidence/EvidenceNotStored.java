package org.bihuan.evidence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;

/**
 * A good file that could not be kept, because the disk is full or away, or too many pictures wait to be looked through. Nothing
 * of it stays behind; the sentence stands under {@code evidence.<code>}.
 */
public class EvidenceNotStored extends RuntimeException {
    private static final String FULL = "STORAGE_FULL";

    private final String code;

    public EvidenceNotStored(IOException cause) {
        super("evidence could not be written", cause);
        this.code = saysFull(cause) ? FULL : "STORAGE_AWAY";
    }

    private EvidenceNotStored(String code) {
        super(code);
        this.code = code;
    }

    static EvidenceNotStored busy() {
        return new EvidenceNotStored("STORAGE_BUSY");
    }

    /** {@code STORAGE_FULL}, {@code STORAGE_AWAY} or {@code STORAGE_BUSY}. */
    public String code() {
        return code;
    }

    /** HTTP status of the answer: 507 when full, else 503. */
    public int status() {
        return code.equals(FULL) ? 507 : 503;
    }

    /** Systems tell it by words only. */
    private static boolean saysFull(IOException failure) {
        var reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason != null
                && Stream.of("No space left", "quota", "not enough space").anyMatch(reason::contains);
    }
}
