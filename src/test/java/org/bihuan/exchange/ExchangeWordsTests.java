package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.junit.jupiter.api.Test;

/** Whatever a reading may answer has its Chinese words. */
class ExchangeWordsTests {

    private static Properties messages() throws IOException {
        var messages = new Properties();
        try (var file = ExchangeWordsTests.class.getResourceAsStream("/messages/exchange.properties")) {
            messages.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return messages;
    }

    @Test
    void everyReasonWarningAndNoteHasASentence() throws IOException {
        var keys = Stream.of(
                        Stream.of(Reason.values()).map(reason -> "import." + reason),
                        Stream.of(Warning.values()).map(warning -> "import.warning." + warning),
                        Stream.of(FileNote.Kind.values()).map(kind -> "import.note." + kind))
                .flatMap(key -> key);

        assertThat(messages().stringPropertyNames()).containsAll(keys.toList());
    }

    @Test
    void everyCodeIsWrittenAsItIsRead() {
        assertThat(Source.values())
                .allMatch(source -> Words.SHIPPED
                        .choice("source", Source.class, Wording.of(Words.SHIPPED.written("source", source)))
                        .filter(source::equals)
                        .isPresent());
        assertThat(Category.values())
                .allMatch(category -> Words.SHIPPED
                        .choice("category", Category.class, Wording.of(Words.SHIPPED.written("category", category)))
                        .filter(category::equals)
                        .isPresent());
        assertThat(Grade.values())
                .allMatch(grade -> Words.SHIPPED
                        .choice("grade", Grade.class, Wording.of(Words.SHIPPED.written("grade", grade)))
                        .filter(grade::equals)
                        .isPresent());
    }

    @Test
    void warningsAreNamedInAlphabeticalOrder() {
        assertThat(Stream.of(Warning.values()).map(Enum::name)).isSorted();
    }
}
