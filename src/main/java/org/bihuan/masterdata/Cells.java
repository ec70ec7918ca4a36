package org.bihuan.masterdata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row while it is read: gives its cells and keeps what is wrong with them, all of it. */
final class Cells {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");
    private static final Pattern SEPARATOR = Pattern.compile("[;；、,，\\n]");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Z}\\p{C}]+@[^@\\s\\p{Z}\\p{C}]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_PARTS = 100;
    private static final int SHOWN = 200;

    private final Map<String, String> cells;
    private final Columns columns;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Cells(Map<String, String> cells, Columns columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /** A text that must be there. */
    String text(String column, int longest) {
        var text = optional(column, longest).orElse("");
        if (text.isEmpty() && isSoundAbout(column)) {
            complain(column, "MISSING");
        }
        return text;
    }

    Optional<String> optional(String column, int longest) {
        var text = cells.getOrDefault(column, "");
        if (text.codePointCount(0, text.length()) > longest) {
            complain(column, "LONGER_THAN", longest);
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A code: without white space and invisible characters, full-width characters made half-width. */
    String code(String column, int longest) {
        return folded(text(column, longest));
    }

    Optional<String> optionalCode(String column, int longest) {
        return optional(column, longest).map(Cells::folded).filter(code -> !code.isEmpty());
    }

    /** The parts of a cell, each once, in their order. */
    List<String> list(String column, int longest) {
        var parts = Stream.of(SEPARATOR.split(cells.getOrDefault(column, "")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        if (parts.size() > MOST_PARTS) {
            complain(column, "MORE_PARTS_THAN", MOST_PARTS);
            return List.of();
        }
        for (var part : parts) {
            if (part.codePointCount(0, part.length()) > longest) {
                complainOf(column, part, "LONGER_THAN", longest);
                return List.of();
            }
        }
        return parts;
    }

    @Nullable
    String address(String column) {
        var address = optional(column, LONGEST_ADDRESS).orElse(null);
        if (address != null && !ADDRESS.matcher(address).matches()) {
            complain(column, "MAILBOX_INVALID");
        }
        return address;
    }

    int amount(String column) {
        var text = folded(text(column, 20));
        try {
            var number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the one complaint
        }
        if (isSoundAbout(column)) {
            complain(column, "NOT_AN_AMOUNT");
        }
        return 0;
    }

    /** One of several values, by its own name in any case or by a word for it; the first of them after a complaint. */
    String choice(String column, List<String> values) {
        var given = text(column, 60);
        if (given.isEmpty()) {
            return values.get(0);
        }
        return meaning(column, given, values).orElseGet(() -> {
            complain(column, "CHOICE_UNKNOWN", inALine(column, values));
            return values.get(0);
        });
    }

    /** Several of these values; at least one. */
    List<String> choices(String column, List<String> values) {
        text(column, 2000);
        var chosen = new ArrayList<String>();
        for (var part : list(column, 60)) {
            meaning(column, part, values)
                    .ifPresentOrElse(
                            chosen::add, () -> complainOf(column, part, "CHOICE_UNKNOWN", inALine(column, values)));
        }
        return values.stream().filter(chosen::contains).toList();
    }

    private Optional<String> meaning(String column, String given, List<String> values) {
        var folded = folded(given).toUpperCase(Locale.ROOT);
        return values.stream()
                .filter(value -> value.toUpperCase(Locale.ROOT).equals(folded)
                        || columns.wordsFor(column, value).stream()
                                .anyMatch(word ->
                                        folded(word).toUpperCase(Locale.ROOT).equals(folded)))
                .findFirst();
    }

    private String inALine(String column, List<String> values) {
        return String.join(
                "、", values.stream().map(value -> word(column, value)).toList());
    }

    void complain(String column, String code, Object... more) {
        complainOf(column, cells.getOrDefault(column, ""), code, more);
    }

    /** About a part of a cell. */
    void complainOf(String column, String value, String code, Object... more) {
        var shown = value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        complaints.add(new Complaint(column, code, columns.label(column), shown, List.of(more)));
    }

    void warn(String code) {
        warnings.add(code);
    }

    /** What people call a value of a column. */
    String word(String column, String value) {
        return columns.wordsFor(column, value).get(0);
    }

    boolean isSoundAbout(String column) {
        return complaintsAbout(column).isEmpty();
    }

    boolean isSound() {
        return complaints.isEmpty();
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    List<String> warnings() {
        return warnings.stream().distinct().sorted().toList();
    }

    private List<Complaint> complaintsAbout(String column) {
        return complaints.stream()
                .filter(complaint -> complaint.column().equals(column))
                .toList();
    }

    static String folded(String text) {
        return BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** A row over what is there already: what it does not speak of stays. */
    static Map<String, String> over(Map<String, String> present, Map<String, String> row) {
        var all = new LinkedHashMap<>(present);
        all.putAll(row);
        return all;
    }
}
