package org.bihuan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The case log in Chinese: who did what on which day, with the facts of each entry. */
@Component
class CaseLogLines {
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String STANDING_IN_FOR = "standingInFor";

    private final MessageSource messages;
    private final ObjectMapper json;
    private final CaseNames names;
    private final CountyTime time;

    CaseLogLines(MessageSource messages, ObjectMapper json, CaseNames names, CountyTime time) {
        this.messages = messages;
        this.json = json;
        this.names = names;
        this.time = time;
    }

    /** @param on day and minute of the county, {@code yyyy-MM-dd HH:mm} */
    record Line(int seq, String on, String by, String what, List<Fact> facts, String hash) {}

    /** One fact with its Chinese label. */
    record Fact(String label, String value) {}

    /** The newest first. */
    List<Line> of(List<WrittenEntry> entries) {
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            var data = data(entry);
            var local = entry.at().atZone(time.zone());
            lines.add(
                    0,
                    new Line(
                            entry.seq(),
                            "%s %02d:%02d".formatted(local.toLocalDate(), local.getHour(), local.getMinute()),
                            by(entry, data),
                            say("entry." + entry.kind(), entry.kind().name()),
                            facts(data),
                            entry.hash()));
        }
        return lines;
    }

    private Map<String, Object> data(WrittenEntry entry) {
        try {
            return json.readValue(entry.data(), FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what it wrote", e);
        }
    }

    /** Who did it, and in whose place. */
    private String by(WrittenEntry entry, Map<String, Object> data) {
        if (entry.by() == null) {
            return say("log.system", "");
        }
        var actor = names.person(PersonId.of(entry.by()));
        return data.get(STANDING_IN_FOR) instanceof String absent
                ? messages.getMessage(
                        "log.standingIn",
                        new Object[] {actor, names.person(PersonId.of(absent))},
                        Locale.SIMPLIFIED_CHINESE)
                : actor;
    }

    private List<Fact> facts(Map<String, Object> data) {
        var facts = new ArrayList<Fact>();
        data.forEach((name, value) -> {
            if (!name.equals(STANDING_IN_FOR)) {
                facts.add(new Fact(say("label." + name, name), word(name, value)));
            }
        });
        return facts;
    }

    /** Codes of the house, also several in a list, become their words; all else stands as written. */
    private String word(String name, Object value) {
        var text = String.valueOf(value);
        var named = named(name, text);
        if (named != null) {
            return named;
        }
        var words = Arrays.stream(text.split(", ", -1))
                .map(code -> messages.getMessage(name + "." + code, null, null, Locale.SIMPLIFIED_CHINESE))
                .toList();
        return words.contains(null) ? text : String.join(say("list.separator", ", "), words);
    }

    /** Groups, units, enterprises and people by their names; null for whatever is none of them. */
    private @Nullable String named(String fact, String code) {
        return switch (fact) {
            case "decider", "supervisor" -> names.group(code);
            case "supervisingUnit", "responsibleUnit", "fromUnit" -> names.unitCalled(code);
            case "enterprise", "fromEnterprise" -> names.enterpriseCalled(code);
            case "to", "from", "proposedBy" -> names.person(PersonId.of(code));
            default -> null;
        };
    }

    private String say(String key, String otherwise) {
        var word = messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE);
        return word == null ? otherwise : word;
    }
}
