package org.bihuan.shared;

/** There is no such thing for this person: unknown and not visible look alike (design 8). Answered with 404. */
public class NotVisible extends RuntimeException {
    public NotVisible(String what) {
        super(what);
    }
}
