package org.bihuan.shared;

/** The thing is visible, but this person may not do that to it. Answered with 403; the sentence stands under {@code denied.<code>}. */
public class NotAllowed extends RuntimeException {
    private final String code;

    public NotAllowed(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
