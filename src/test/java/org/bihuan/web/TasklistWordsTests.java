package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Tasklist speaks Chinese throughout: a key that is missing would stand on the screen as it is. */
class TasklistWordsTests {
    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]");

    /** Formats and names that are the same in every language. */
    private static final Set<String> OF_NO_LANGUAGE = Set.of(
            "dateLocales.calendar.sameElse",
            "dateLocales.longDateFormat.L",
            "dateLocales.longDateFormat.LT",
            "labels.NO_TASK_FORM",
            "labels.SEARCH_LESS_THAN",
            "labels.SEARCH_LESS_THAN_EQUALS",
            "labels.SEARCH_GREATER_THAN",
            "labels.SEARCH_GREATER_THAN_EQUALS");

    /** Latin letters that may stand in a Chinese sentence. */
    private static final Pattern NAMES =
            Pattern.compile("Camunda|yyyy-MM-ddTHH:mm:ss|\\[.]|LT|dddd|YYYY|<br/>|&[lg]t;");

    @Test
    void oursHasExactlyTheKeysOfTheShippedOne() {
        assertThat(missing(shipped().keySet(), ours().keySet())).as("missing").isEmpty();
        assertThat(missing(ours().keySet(), shipped().keySet())).as("unknown").isEmpty();
        assertThat(ours()).hasSizeGreaterThan(440);
    }

    @Test
    void aMissingAndAnUnknownKeyWouldBeFound() {
        assertThat(missing(Set.of("a", "b"), Set.of("b"))).containsExactly("a");
        assertThat(missing(Set.of("b"), Set.of("a", "b"))).isEmpty();
        assertThat(isChinese("Claim")).isFalse();
        assertThat(isChinese("领取 Task")).isFalse();
        assertThat(isChinese("领取{{name}}")).isTrue();
    }

    @Test
    void noLabelIsLeftInEnglish() {
        var left = ours().entrySet().stream()
                .filter(label -> !OF_NO_LANGUAGE.contains(label.getKey()))
                .filter(label -> !label.getKey().startsWith("dateLocales.week."))
                .filter(label -> !isChinese(label.getValue()));

        assertThat(left).isEmpty();
    }

    @Test
    void everyPlaceForAValueIsKept() {
        var english = shipped();

        ours().forEach((key, text) -> assertThat(places(text))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(places(english.getOrDefault(key, ""))));
    }

    private static boolean isChinese(String text) {
        var bare = PLACE.matcher(NAMES.matcher(text).replaceAll("")).replaceAll("");
        return HAN.matcher(text).find() && !LETTERS.matcher(bare).find();
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group().replaceAll("\\s", ""))
                .toList();
    }

    private static Set<String> missing(Collection<String> wanted, Collection<String> present) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    private static Map<String, String> shipped() {
        return texts("en.json");
    }

    private static Map<String, String> ours() {
        return texts("zh-CN.json");
    }

    /** Every text of a locale by its dotted path; a list counts by its places. */
    private static Map<String, String> texts(String file) {
        try (var in = new ClassPathResource(LOCALES + file).getInputStream()) {
            var json = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> texts = new LinkedHashMap<>();
            collect("", new ObjectMapper().readTree(json), texts);
            return texts;
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
            return;
        }
        var inner = new ArrayList<Map.Entry<String, JsonNode>>();
        if (node.isObject()) {
            inner.addAll(node.properties());
        } else {
            for (var i = 0; i < node.size(); i++) {
                inner.add(Map.entry(String.valueOf(i), node.get(i)));
            }
        }
        inner.forEach(
                item -> collect(path.isEmpty() ? item.getKey() : path + "." + item.getKey(), item.getValue(), texts));
    }
}
