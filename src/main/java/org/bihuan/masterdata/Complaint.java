package org.bihuan.masterdata;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * What is wrong with one column of a row; the sentence stands under {@code field.<CODE>}, {@code {1}} the column, {@code {2}} what stands
 * there.
 *
 * @param label of the column, for people
 * @param more for {@code {3}} and further places
 */
record Complaint(String column, String code, String label, String value, List<Object> more) {

    /** Behind the place that sentences about a field of a form keep for its label. */
    List<Object> arguments() {
        return Stream.concat(Stream.of(label, value), more.stream()).toList();
    }

    String inWords(MessageSource words) {
        var places = Stream.concat(Stream.of(label), arguments().stream())
                .map(String::valueOf)
                .toArray();
        return words.getMessage("field." + code, places, Locale.SIMPLIFIED_CHINESE);
    }
}
