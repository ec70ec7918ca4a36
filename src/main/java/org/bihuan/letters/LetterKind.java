package org.bihuan.letters;

/** Kinds of letters that a ladder drafts, in the order of severity (domain 8); Chinese names stand under {@code letter.<KIND>}. */
public enum LetterKind {
    ADVISORY,
    SUPERVISION,
    WARNING,
    INTERVIEW,
    CIRCULAR,
    HANDOVER;

    /** A hand-over to enforcement comes from the unit that follows the case and is signed by its leader; all others from the committee office. */
    public boolean isOfTheUnit() {
        return this == HANDOVER;
    }

    /** Whether cases of one party share a letter (5.3); a hand-over is about the facts of one case. */
    boolean isShared() {
        return this != HANDOVER;
    }
}
