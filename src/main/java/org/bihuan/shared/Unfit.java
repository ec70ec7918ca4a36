package org.bihuan.shared;

/**
 * The surroundings do not allow a safe start; what is wrong and what helps is all that an operator needs, and all he is shown.
 */
public class Unfit extends RuntimeException {
    private final String cure;

    public Unfit(String what, String cure) {
        super(what);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }
}
