package org.bihuan.shared;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * Fields that cannot be taken as they are: missing, too long, of the wrong shape, unknown. The edges answer 400 and one
 * Chinese message a field, found under {@code field.<code>} ({@code {0}} is the field's Chinese label).
 */
public class InvalidInput extends RuntimeException {
    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super("input refused: " + problems);
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(String field, String code, Object... arguments) {
        this(List.of(new Problem(field, code, List.of(arguments))));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * What is wrong with one field.
     *
     * @param field its name in API and forms, behind the part it belongs to and a dot, of a list of parts {@code list[0].}; its Chinese
     *     label stands under {@code label.<part>.<name>}, else {@code label.<name>}
     * @param code for example {@code REQUIRED}, {@code TOO_LONG}, {@code NOT_A_DAY}, {@code UNKNOWN}
     * @param arguments values for {@code {1}}, {@code {2}} … of the message
     */
    public record Problem(String field, String code, List<Object> arguments) {

        /** The sentence for people, which names the field by its label. */
        public String inWords(MessageSource words) {
            var ownName = field.substring(field.lastIndexOf('.') + 1);
            var byItself = words.getMessage("label." + ownName, null, ownName, Locale.SIMPLIFIED_CHINESE);
            var inItsPart = "label." + field.replaceAll("\\[\\d+]", "");
            var label = words.getMessage(inItsPart, null, byItself, Locale.SIMPLIFIED_CHINESE);
            var places = Stream.concat(Stream.of(label), arguments.stream())
                    .map(String::valueOf) // a number as it is, without grouped digits
                    .toArray();
            return words.getMessage("field." + code, places, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
