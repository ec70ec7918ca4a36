package org.bihuan.masterdata;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What stands in a column, in the words of people: codes by their words, all else as it is. */
final class Words {
    private Words() {}

    static String of(MessageSource words, String subject, String column, String text) {
        if (text.isEmpty()) {
            return words.getMessage("import.empty", null, Locale.SIMPLIFIED_CHINESE);
        }
        return Stream.of(text.split(";", -1))
                .map(part -> Objects.requireNonNull(words.getMessage(
                                "word." + subject + "." + column + "." + part, null, part, Locale.SIMPLIFIED_CHINESE))
                        .split(";", -1)[0])
                .collect(Collectors.joining(";"));
    }
}
