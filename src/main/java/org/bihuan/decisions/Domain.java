package org.bihuan.decisions;

import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a column. Inputs are {@link Words}, {@link Truth} or {@link Numbers}: only these can be checked for gaps. */
public sealed interface Domain {

    /** @param prefix of the words' Chinese names in the message bundle, for example {@code grade.} */
    record Words(String prefix, List<String> words) implements Domain {
        public Words {
            words = List.copyOf(words);
        }

        public static Words of(String prefix, Enum<?>... values) {
            return new Words(prefix, List.of(values).stream().map(Enum::name).toList());
        }
    }

    /** Yes or no. */
    record Truth() implements Domain {}

    /** Whole numbers, both ends included. */
    record Numbers(long least, long most) implements Domain {}

    /** Words separated by commas, none twice. */
    record Listed(String prefix, List<String> words) implements Domain {
        public Listed {
            words = List.copyOf(words);
        }
    }

    /** @param example key of what people are told to write */
    record Shaped(Pattern shape, String example) implements Domain {}
}
