package org.bihuan.engine;

/** The surroundings do not allow a safe start; the message is the one line an operator needs. */
class Unfit extends RuntimeException {
    private final String cure;

    Unfit(String what, String cure) {
        super(what);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}
