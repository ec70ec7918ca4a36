package org.bihuan.masterdata;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bihuan.exchange.TableColumn;
import org.springframework.context.MessageSource;

/** The columns of one table with the words that people use: {@code column.<table>.<column>}, {@code word.<table>.<column>.<value>}. */
final class Columns {
    private final String subject;
    private final List<TableColumn> all;
    private final MessageSource words;

    Columns(String subject, List<String> required, List<String> optional, MessageSource words) {
        this.subject = subject;
        this.words = words;
        all = Stream.concat(
                        required.stream().map(name -> new TableColumn(name, true, headers(name))),
                        optional.stream().map(name -> new TableColumn(name, false, headers(name))))
                .toList();
    }

    List<TableColumn> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(TableColumn::name).toList();
    }

    String label(String column) {
        return headers(column).get(0);
    }

    /** What people may write for a value of a column, the first the usual one; the value itself too. */
    List<String> wordsFor(String column, String value) {
        return List.of(say("word." + subject + "." + column + "." + value).split(";"));
    }

    private List<String> headers(String column) {
        return List.of(say("column." + subject + "." + column).split(";"));
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
