package org.bihuan.evidence;

/** A file that is not taken: answered with 422 (413 for TOO_LARGE), the sentence stands under {@code evidence.<code>}. */
public class EvidenceRefused extends RuntimeException {
    private final String code;

    public EvidenceRefused(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
