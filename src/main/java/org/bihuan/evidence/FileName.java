package org.bihuan.evidence;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The sender's file name, made fit to be shown: a name is no reason to refuse a photo, and never a path. */
final class FileName {
    static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 10;

    private FileName() {}

    /** Without folders, control and direction characters; at most 200 characters, of which the ending is kept. */
    static String shown(@Nullable String sent) {
        var name = sent == null ? "" : sent.substring(1 + Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')));
        var clean = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isShown)
                .forEach(clean::appendCodePoint);
        var shown = shortened(clean.toString().strip());
        return shown.isEmpty() || shown.chars().allMatch(c -> c == '.') ? "file" : shown;
    }

    private static boolean isShown(int character) {
        var type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot >= 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var kept = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
    }
}
