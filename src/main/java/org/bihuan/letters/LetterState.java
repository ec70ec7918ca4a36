package org.bihuan.letters;

/** Where a letter stands; the Chinese names stand under {@code letterState.<STATE>}. */
public enum LetterState {
    DRAFT,
    /** A person has read it and does not want it. */
    DISCARDED,
    /** The delay it is about has ended, or its day lies ahead again. */
    SUPERSEDED
}
