package org.bihuan.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person sent, whatever the way: a task form, a start form, a JSON body. Reads field by field, keeps every problem, and
 * {@link #check()} refuses them all at once, so that nobody has to come back for the second mistake.
 *
 * <p>Texts lose surrounding white space, control characters (line breaks and tabs stay) and marks that turn the direction of
 * writing, which would turn what stands behind them in a line; a text in which nothing can be seen counts as absent.
 * A required field that is missing reads as a placeholder: use values only after {@link #check()}.
 */
public final class Fields {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int LONGEST_NUMBER = 18;

    private final Map<String, ? extends @Nullable Object> values;
    private final ZoneId zone;
    private final String prefix;
    private final List<InvalidInput.Problem> problems;

    /** @param zone county zone, in which the engine's own dates are read as days */
    public Fields(Map<String, ? extends @Nullable Object> values, ZoneId zone) {
        this(values, zone, "", new ArrayList<>());
    }

    private Fields(
            Map<String, ? extends @Nullable Object> values,
            ZoneId zone,
            String prefix,
            List<InvalidInput.Problem> problems) {
        this.values = values;
        this.zone = zone;
        this.prefix = prefix;
        this.problems = problems;
    }

    public boolean has(String field) {
        var value = values.get(field);
        return value != null && !(value instanceof String text && clean(text).isEmpty());
    }

    /** Absent when missing or empty; a problem TOO_LONG beyond {@code maxLength} characters, NOT_TEXT for lists and objects. */
    public Optional<String> text(String field, int maxLength) {
        var value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return refuse(field, "NOT_TEXT");
        }
        var text = clean(value.toString());
        if (text.codePointCount(0, text.length()) > maxLength) {
            return refuse(field, "TOO_LONG", maxLength);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public String requiredText(String field, int maxLength) {
        var before = problems.size();
        var text = text(field, maxLength);
        requirePresent(field, text, before);
        return text.orElse("");
    }

    /** {@code yyyy-MM-dd} from 1990 to 2099, or a date of the engine's own. */
    public Optional<LocalDate> day(String field) {
        if (values.get(field) instanceof Date date) {
            return Optional.of(Instant.ofEpochMilli(date.getTime()).atZone(zone).toLocalDate());
        }
        return text(field, 40).flatMap(text -> {
            try {
                var day = LocalDate.parse(text, DAY);
                if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                    return Optional.of(day);
                }
            } catch (DateTimeParseException notADay) {
                // falls through to the one refusal
            }
            return refuse(field, "NOT_A_DAY");
        });
    }

    public LocalDate requiredDay(String field) {
        var before = problems.size();
        var day = day(field);
        requirePresent(field, day, before);
        return day.orElse(FIRST_DAY);
    }

    /** Zero or more, as text or number. */
    public Optional<Long> wholeNumber(String field) {
        return text(field, LONGEST_NUMBER).flatMap(text -> {
            try {
                var number = new BigDecimal(text).longValueExact();
                if (number >= 0) {
                    return Optional.of(number);
                }
            } catch (ArithmeticException | NumberFormatException notWhole) {
                // falls through to the one refusal
            }
            return refuse(field, "NOT_A_WHOLE_NUMBER");
        });
    }

    /** A whole number within the bounds, as text or number; a problem NOT_AN_INTEGER or OUT_OF_RANGE else. */
    public Optional<Integer> integer(String field, int least, int greatest) {
        return text(field, LONGEST_NUMBER).flatMap(text -> {
            try {
                var number = new BigDecimal(text).longValueExact();
                return number >= least && number <= greatest
                        ? Optional.of((int) number)
                        : refuse(field, "OUT_OF_RANGE", least, greatest);
            } catch (ArithmeticException | NumberFormatException notWhole) {
                return refuse(field, "NOT_AN_INTEGER");
            }
        });
    }

    public int requiredInteger(String field, int least, int greatest) {
        var before = problems.size();
        var number = integer(field, least, greatest);
        requirePresent(field, number, before);
        return number.orElse(least);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> yesOrNo(String field) {
        return text(field, 60)
                .flatMap(text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : refuse(field, "NOT_A_CHOICE"));
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices) {
        return text(field, 60).flatMap(text -> {
            for (var choice : choices.getEnumConstants()) {
                if (choice.name().equals(text)) {
                    return Optional.of(choice);
                }
            }
            return refuse(field, "NOT_A_CHOICE");
        });
    }

    public <E extends Enum<E>> E requiredChoice(String field, Class<E> choices) {
        var before = problems.size();
        var choice = choice(field, choices);
        requirePresent(field, choice, before);
        return choice.orElse(choices.getEnumConstants()[0]);
    }

    /** A list of short texts; a single text counts as a list separated by commas. A problem WRONG_TYPE for any other item. */
    public List<String> list(String field, int maxItems) {
        var value = values.get(field);
        var items = new ArrayList<String>();
        if (value instanceof Collection<?> many) {
            if (!many.stream().allMatch(String.class::isInstance)) {
                refuse(field, "WRONG_TYPE");
            }
            many.forEach(item -> items.add(item instanceof String text ? clean(text) : ""));
        } else {
            text(field, 2000).ifPresent(text -> items.addAll(List.of(text.split("[,;\\s]+"))));
        }
        items.removeIf(String::isEmpty);
        if (items.size() > maxItems) {
            refuse(field, "TOO_MANY", maxItems);
        }
        return items;
    }

    /** A part with fields of its own; its problems are this one's, under {@code part.field}. Absent when missing. */
    public Optional<Fields> part(String field) {
        var value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return refuse(field, "WRONG_TYPE");
        }
        Map<String, @Nullable Object> inner = new HashMap<>();
        map.forEach((key, item) -> inner.put(String.valueOf(key), item));
        return Optional.of(new Fields(inner, zone, prefix + field + ".", problems));
    }

    /** A list of parts, each with fields of its own. REQUIRED when missing, a problem WRONG_TYPE for whatever is no list of parts. */
    public List<Map<String, Object>> items(String field) {
        var value = values.get(field);
        var items = new ArrayList<Map<String, Object>>();
        if (value == null) {
            refuse(field, "REQUIRED");
        } else if (!(value instanceof Collection<?> many) || !many.stream().allMatch(Map.class::isInstance)) {
            refuse(field, "WRONG_TYPE");
        } else {
            for (var item : many) {
                Map<String, Object> part = new HashMap<>();
                ((Map<?, ?>) item).forEach((key, inner) -> {
                    if (inner != null) {
                        part.put(String.valueOf(key), inner);
                    }
                });
                items.add(part);
            }
        }
        return items;
    }

    /** One of a list of parts; its problems are this one's, under {@code list[at].field}. */
    public Fields item(String list, int at, Map<String, ? extends @Nullable Object> item) {
        return new Fields(item, zone, prefix + list + "[" + at + "].", problems);
    }

    /** Whether no problem has been noted with a field of this part so far. */
    public boolean isSound() {
        return problems.stream().noneMatch(problem -> problem.field().startsWith(prefix));
    }

    /** Notes a problem found by the caller. */
    public <T> Optional<T> refuse(String field, String code, Object... arguments) {
        problems.add(new InvalidInput.Problem(prefix + field, code, List.of(arguments)));
        return Optional.empty();
    }

    /** @throws InvalidInput with every problem noted so far; must run before a value is used */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void requirePresent(String field, Optional<?> value, int problemsBefore) {
        if (value.isEmpty() && problems.size() == problemsBefore) {
            refuse(field, "REQUIRED");
        }
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> !turnsTheWriting(c))
                .forEach(clean::appendCodePoint);
        return clean.codePoints().allMatch(Fields::isInvisible)
                ? ""
                : clean.toString().strip();
    }

    /** Embeddings, overrides and isolates; Chinese and whatever else a county writes does without. */
    private static boolean turnsTheWriting(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
