package org.bihuan.hazard;

/** How grave a hazard is (L16). */
public enum Grade {
    GENERAL("G"),
    MAJOR("Z");

    private final String letter;

    Grade(String letter) {
        this.letter = letter;
    }

    /** The letter in the hazard number. */
    public String letter() {
        return letter;
    }
}
