package org.bihuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sentence with places for values is a pattern; one that is none turns a refusal into a defect. */
class SentencesTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    @Test
    void everySentenceCanBeFilledIn() {
        var sentences = sentences();

        assertThat(sentences).hasSizeGreaterThan(300).allMatch(SentencesTests::isAPattern);
    }

    @Test
    void anExampleInBracesIsNone() {
        assertThat(isAPattern("应为 JSON，例如 {\"检查时间\":4}。")).isFalse();
    }

    private static boolean isAPattern(String sentence) {
        try {
            return !new MessageFormat(sentence, Locale.SIMPLIFIED_CHINESE)
                    .toPattern()
                    .isEmpty();
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    private static List<String> sentences() {
        try (var files = Files.list(BUNDLES)) {
            return files.flatMap(SentencesTests::sentencesOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sentencesOf(Path bundle) {
        var read = new Properties();
        try (var file = Files.newBufferedReader(bundle)) {
            read.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.values().stream().map(String::valueOf).filter(sentence -> !sentence.isEmpty());
    }
}
