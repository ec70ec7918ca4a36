package org.bihuan.decisions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.UnreadableTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What tables and complaints about them say to people, from the message bundles. */
@Component
class Words {
    private static final int MOST_POSSIBLE = 30;

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return Objects.requireNonNullElse(messages.getMessage(key, texts, key, Locale.SIMPLIFIED_CHINESE), key);
    }

    String complaint(Complaint complaint) {
        var sentence =
                say("complaint." + complaint.code(), complaint.arguments().toArray());
        if (complaint.row().isEmpty()) {
            return sentence;
        }
        return complaint.column().isEmpty()
                ? say("decisions.inRow", complaint.row().get(), sentence)
                : say("decisions.inCell", complaint.row().get(), complaint.column(), sentence);
    }

    String unreadable(UnreadableTable refused) {
        return say("table." + refused.code(), refused.arguments().toArray());
    }

    /** What may stand in a column, for whoever wrote something else. */
    String possible(Domain domain) {
        if (domain instanceof Domain.Words known) {
            return possible(known.prefix(), known.words());
        }
        if (domain instanceof Domain.Listed known) {
            return say("decisions.listed", possible(known.prefix(), known.words()));
        }
        if (domain instanceof Domain.Numbers numbers) {
            return say("decisions.numbers", numbers.least(), numbers.most());
        }
        if (domain instanceof Domain.Shaped shaped) {
            return say(shaped.example());
        }
        return say("decisions.truth");
    }

    /** A word's Chinese name; the word itself where it has none yet. */
    private String name(String prefix, Object word) {
        return Objects.requireNonNull(
                messages.getMessage(prefix + word, null, word.toString(), Locale.SIMPLIFIED_CHINESE));
    }

    private String possible(String prefix, List<String> words) {
        return words.stream()
                .limit(MOST_POSSIBLE)
                .map(word -> say("decisions.word", word, name(prefix, word)))
                .collect(Collectors.joining(say("decisions.separator")));
    }

    /** A value of a column as people say it. */
    String value(Object value, Domain domain) {
        if (value instanceof Boolean truth) {
            return say("decisions." + truth);
        }
        if (domain instanceof Domain.Words known && known.words().contains(value)) {
            return name(known.prefix(), value);
        }
        if (domain instanceof Domain.Listed known) {
            return Arrays.stream(value.toString().split(",", -1))
                    .map(String::strip)
                    .map(word -> known.words().contains(word) ? name(known.prefix(), word) : word)
                    .collect(Collectors.joining(say("decisions.separator")));
        }
        return value.toString();
    }

    /** A set of questions: what is asked on the axes that do not take everything. */
    String questions(DecisionTable table, List<Domain> domains, List<Axis> axes, Box box) {
        var said = IntStream.range(0, axes.size())
                .filter(i ->
                        box.sides().get(i).cardinality() < axes.get(i).pieces().size())
                .mapToObj(i ->
                        say("decisions.is", table.inputs().get(i).label(), pieces(axes.get(i), box, i, domains.get(i))))
                .collect(Collectors.joining(say("decisions.and")));
        return said.isEmpty() ? say("decisions.everything") : said;
    }

    private String pieces(Axis axis, Box box, int side, Domain domain) {
        var said = new ArrayList<String>();
        var chosen = box.sides().get(side);
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            if (axis.pieces().get(i) instanceof Axis.Stretch first) {
                var end = chosen.nextClearBit(i) - 1;
                var last = (Axis.Stretch) axis.pieces().get(end);
                said.add(
                        first.from() == last.to()
                                ? String.valueOf(first.from())
                                : say("decisions.range", first.from(), last.to()));
                i = end;
            } else {
                said.add(value(axis.pieces().get(i), domain));
            }
        }
        return String.join(say("decisions.or"), said);
    }
}
