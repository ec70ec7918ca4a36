package org.bihuan.hazard.adapter;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Folds texts for search: NFKC, lower case, no white space. Two neighbouring characters are the smallest thing that is found. */
final class SearchText {
    private SearchText() {}

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    /** The distinct pairs of neighbouring characters; empty for a text shorter than two. */
    static Set<String> bigrams(String folded) {
        var points = folded.codePoints().toArray();
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }
}
