package org.bihuan.hazard;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How alike two texts are: Dice's coefficient over pairs of characters, letters and digits only; 0 to 1. */
public final class Likeness {
    private Likeness() {}

    public static double of(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        var all = count(pairs) + count(others);
        if (all == 0) {
            return fold(one).equals(fold(other)) && !fold(one).isEmpty() ? 1 : 0;
        }
        var common = pairs.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0)))
                .sum();
        return 2.0 * common / all;
    }

    /** The same place, however it was typed. */
    public static boolean isSame(String one, String other) {
        return !fold(one).isEmpty() && fold(one).equals(fold(other));
    }

    private static Map<String, Integer> pairs(String text) {
        var signs = fold(text).codePoints().toArray();
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < signs.length; i++) {
            pairs.merge(new String(signs, i, 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static int count(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String fold(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
