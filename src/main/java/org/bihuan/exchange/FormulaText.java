package org.bihuan.exchange;

import java.util.regex.Pattern;

/** Texts of strangers that a spreadsheet program would compute when somebody opens the file. */
final class FormulaText {
    private static final Pattern DANGEROUS = Pattern.compile("^[=+\\-@\\t\\r].+", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");
    private static final Pattern DEFUSED = Pattern.compile("^'(?=[=+\\-@])");

    private FormulaText() {}

    static boolean isDangerous(String text) {
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }

    /** For CSV, which has no other way to say "this is text": an apostrophe in front. */
    static String defused(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** The text as it was before it was defused. */
    static String restored(String text) {
        return DEFUSED.matcher(text).replaceFirst("");
    }
}
