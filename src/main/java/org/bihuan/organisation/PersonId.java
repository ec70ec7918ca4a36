package org.bihuan.organisation;

import java.util.regex.Pattern;

/**
 * The login name of a person, which is also the id in the engine's mirror.
 *
 * @param value 1 to 64 of letters, digits, hyphen and underscore
 */
public record PersonId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public PersonId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a person's id");
        }
    }

    /** Whether a text, typed by anybody, can be a person's id at all. */
    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
