package org.bihuan.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Folds the texts of ledgers for comparison (reading rules 1, 3 and 11), and cleans them for keeping. */
final class Wording {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");
    private static final Pattern REMARK =
            Pattern.compile("[(\\[\u3010\u3014]([^(\\[\u3010\u3014)\\]\u3011\u3015]*)[)\\]\u3011\u3015]");
    private static final Pattern DECORATION = Pattern.compile("[*:]");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[\u3010\u3014)\\]\u3011\u3015]");

    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';

    private Wording() {}

    /** NFKC, without white space and invisible characters. */
    static String of(String text) {
        return isFolded(text) ? text : BLANK.matcher(nfkc(text)).replaceAll("");
    }

    /** Most cells hold plain ASCII and Chinese, on which folding changes nothing; an import asks this millions of times. */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(c > ' ' && c <= '~') && !(c >= FIRST_HAN && c <= LAST_HAN)) {
                return false;
            }
        }
        return true;
    }

    static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** A header as it is compared: also without {@code *}, colons and bracketed remarks; upper case. */
    static String header(String text) {
        var plain = DECORATION.matcher(of(text)).replaceAll("").toUpperCase(Locale.ROOT);
        if (!BRACKETS.matcher(plain).find()) {
            return plain;
        }
        var bare = plain;
        for (var before = ""; !before.equals(bare); ) {
            before = bare;
            bare = REMARK.matcher(bare).replaceAll("");
        }
        return bare.isEmpty() ? BRACKETS.matcher(plain).replaceAll("") : bare;
    }

    /** What stands in brackets in a header; empty if nothing does. */
    static String remark(String header) {
        var remark = REMARK.matcher(of(header));
        return remark.find() ? remark.group(1) : "";
    }

    /** Letters and digits only: how place and description are compared (rule 11). */
    static String lettersAndDigits(String text) {
        var kept = new StringBuilder(text.length());
        nfkc(text).codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Brackets of every kind become round ones: document numbers are written with any of them. */
    static String roundBrackets(String folded) {
        return folded.replaceAll("[\\[\u3010\u3014]", "(").replaceAll("[\\]\u3011\u3015]", ")");
    }

    /** A text as it is kept: as written, but for control and invisible characters, half characters and blanks around it. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(c -> c == '\r' ? '\n' : c)
                .filter(c -> c == '\n' || c == '\t' || isVisible(c))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isVisible(int c) {
        var type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /** Dice coefficient of the pairs of neighbouring characters, 0 to 1; equal texts are 1 however short. */
    static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        var pairs = pairs(one);
        var total = pairs.values().stream().mapToInt(Integer::intValue).sum();
        var shared = 0;
        for (var pair : pairs(other).entrySet()) {
            total += pair.getValue();
            shared += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
        }
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static Map<String, Integer> pairs(String text) {
        var points = text.codePoints().toArray();
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.merge(new String(points, i, 2), 1, Integer::sum);
        }
        return pairs;
    }
}
