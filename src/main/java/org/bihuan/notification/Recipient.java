package org.bihuan.notification;

/**
 * Whom a mail is for, as rungs name them: a person's id, {@code unit:<code>} or {@code ent:<credit code>} for a mailbox.
 *
 * @param id the part behind the colon, or the person's id
 */
record Recipient(Kind kind, String id) {

    /** Whose address counts. */
    enum Kind {
        PERSON,
        UNIT,
        ENTERPRISE
    }

    private static final String UNIT = "unit:";
    private static final String ENTERPRISE = "ent:";

    static Recipient of(String code) {
        if (code.startsWith(UNIT)) {
            return new Recipient(Kind.UNIT, code.substring(UNIT.length()));
        }
        if (code.startsWith(ENTERPRISE)) {
            return new Recipient(Kind.ENTERPRISE, code.substring(ENTERPRISE.length()));
        }
        return new Recipient(Kind.PERSON, code);
    }

    static String mailboxOfUnit(String unit) {
        return UNIT + unit;
    }
}
