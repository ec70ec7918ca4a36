package org.bihuan.hazard.adapter;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Neighbouring characters of a text, of its letters and digits only: what Chinese has instead of words. */
record CharacterPairs(Set<String> pairs) {

    /** A word of one character stands for itself; no pairs at all when there is nothing to compare. */
    static CharacterPairs of(String text) {
        return new CharacterPairs(
                Stream.of(plain(text).replaceAll("[^\\p{L}\\p{N}]+", " ").split(" "))
                        .filter(word -> !word.isEmpty())
                        .flatMap(CharacterPairs::ofWord)
                        .collect(toUnmodifiableSet()));
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** How many of the pairs occur in the text. */
    long in(String text) {
        var plain = plain(text);
        return pairs.stream().filter(plain::contains).count();
    }

    private static Stream<String> ofWord(String word) {
        return word.length() == 1
                ? Stream.of(word)
                : IntStream.range(0, word.length() - 1).mapToObj(i -> word.substring(i, i + 2));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
