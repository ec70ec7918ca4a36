package org.bihuan.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that ledgers use, from {@code exchange/ledger-words.properties}: what counts as empty, how dates are said, what
 * stands for a code. Texts handed in are folded by {@link Wording#of}.
 */
final class Words {
    static final Words SHIPPED = load();

    private final Properties words;
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Words(Properties words) {
        this.words = words;
    }

    private static Words load() {
        var words = new Properties();
        try (var resource = Words.class.getResourceAsStream("/exchange/ledger-words.properties");
                var reader = new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(words);
    }

    List<String> list(String key) {
        return lists.computeIfAbsent(
                key, k -> Stream.of(text(k).split(";", -1)).map(Wording::of).toList());
    }

    boolean has(String key, String folded) {
        return list(key).contains(folded);
    }

    /** Words of headers that tell the parts of a split column. */
    List<String> partsOf(LedgerColumn column) {
        var prefix = "part." + column.no() + ".";
        return lists.computeIfAbsent(
                prefix,
                none -> words.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(prefix))
                        .flatMap(key -> Stream.of(text(key).split(";", -1)))
                        .map(Wording::of)
                        .toList());
    }

    Pattern pattern(String key) {
        return patterns.computeIfAbsent(key, k -> Pattern.compile(text(k)));
    }

    /** The code that a ledger writes by its own name or by any of its words. */
    <E extends Enum<E>> Optional<E> choice(String prefix, Class<E> codes, String folded) {
        return Stream.of(codes.getEnumConstants())
                .filter(code -> code.name().equals(folded) || has(prefix + "." + code.name(), folded))
                .findFirst();
    }

    /** How the export writes a code. */
    String written(String prefix, Enum<?> code) {
        return text(prefix + "." + code.name()).split(";", -1)[0];
    }

    /** As it stands, to be written. */
    String plain(String key) {
        return text(key);
    }

    private String text(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
