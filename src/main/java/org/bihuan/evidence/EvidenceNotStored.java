package org.bihuan.evidence;

/**
 * A good file that could not be kept, because the disk is full or away. Nothing of it stays behind; answered with 507 or 503,
 * the sentence stands under {@code evidence.<code>}.
 */
public class EvidenceNotStored extends RuntimeException {
    private final boolean full;

    EvidenceNotStored(boolean full, Throwable cause) {
        super(full ? "no room left for evidence" : "the evidence folder cannot be written", cause);
        this.full = full;
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
