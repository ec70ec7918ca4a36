package org.bihuan.hazard.adapter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerQuery.Sort;
import org.bihuan.hazard.Status;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What a person looks for and may see, as SQL over {@code hazard h}; pages go on where the last one ended, never by offset. */
final class LedgerCondition {
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final LedgerQuery query;
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    LedgerCondition(LedgerQuery query, CaseScope.Condition scope) {
        this.query = query;
        parts.add(scope.sql());
        params.putAll(scope.params());
        if (!query.statuses().isEmpty()) {
            parts.add("h.status in (:statuses)");
            params.put("statuses", query.statuses().stream().map(Status::name).toList());
        }
        equal("h.grade", "grade", query.grade() == null ? null : query.grade().name());
        equal("h.region", "region", query.region());
        equal("h.industry", "industry", query.industry());
        equal("h.enterprise", "enterprise", query.enterprise());
        equal("h.supervising_unit", "unit", query.unit());
        compare("h.runs_out_on <", "overdueOn", query.overdueOn());
        compare("h.found_on >=", "foundFrom", query.foundFrom());
        compare("h.found_on <=", "foundTo", query.foundTo());
        compare("h.due_on >=", "dueFrom", query.dueFrom());
        compare("h.due_on <=", "dueTo", query.dueTo());
        if (query.text() != null) {
            search(query.text());
        }
    }

    String sql() {
        return String.join(" and ", parts);
    }

    /** The same, but only what lies behind the end of the last page. */
    String pageSql() {
        if (query.after() == null) {
            return sql();
        }
        var place = read(query.after());
        params.put("afterNumber", place.number());
        if (query.sort() == Sort.NUMBER) {
            return sql() + " and h.number " + direction() + " :afterNumber";
        }
        params.put("afterKey", place.key());
        return sql() + " and (" + key() + ", h.number) " + direction() + " (:afterKey, :afterNumber)";
    }

    String orderSql() {
        var order = query.descending() ? " desc" : " asc";
        return query.sort() == Sort.NUMBER
                ? " order by h.number" + order
                : " order by " + key() + order + ", h.number" + order;
    }

    Map<String, Object> params() {
        return params;
    }

    static String placeOf(Hazard last, Sort sort) {
        var key =
                switch (sort) {
                    case REGISTERED -> last.origin().registeredAt().toString();
                    case FOUND -> last.origin().foundOn().toString();
                    case DUE ->
                        String.valueOf(
                                last.dueDates().dueOn() == null
                                        ? NO_DAY
                                        : last.dueDates().dueOn());
                    case NUMBER -> "";
                };
        var place = key + "\n" + last.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private String key() {
        return switch (query.sort()) {
            case REGISTERED -> "h.registered_at";
            case FOUND -> "h.found_on";
            // Cases without a due date stand behind all others; the same expression is indexed.
            case DUE -> "coalesce(h.due_on, date '9999-12-31')";
            case NUMBER -> "h.number";
        };
    }

    private String direction() {
        return query.descending() ? "<" : ">";
    }

    private record Place(Object key, String number) {}

    private Place read(String after) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", -1);
            Object key =
                    switch (query.sort()) {
                        case REGISTERED -> {
                            var at = Instant.parse(parts[0]).atOffset(ZoneOffset.UTC);
                            inTheLedgersTime(at.toLocalDate());
                            yield at;
                        }
                        case FOUND, DUE -> inTheLedgersTime(LocalDate.parse(parts[0]));
                        case NUMBER -> "";
                    };
            return new Place(key, HazardNumber.of(parts[1]).value());
        } catch (RuntimeException notOurs) {
            throw new InvalidInput("after", "UNKNOWN");
        }
    }

    /** Java knows days that the database does not. */
    private static LocalDate inTheLedgersTime(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(NO_DAY)) {
            throw new DateTimeException("no day of a ledger");
        }
        return day;
    }

    private void search(String text) {
        var index = 0;
        for (var word : SPACE.split(text.strip(), -1)) {
            var folded = SearchText.fold(word);
            if (folded.isEmpty() || index == 8) {
                continue;
            }
            var pairs = SearchText.bigrams(folded);
            if (!pairs.isEmpty()) {
                parts.add("h.bigrams @> cast(:pairs" + index + " as text[])"); // the driver sends varchar[]
                params.put("pairs" + index, pairs.toArray(String[]::new));
            }
            // Pairs may lie apart in the text: only this makes sure that the word itself is there.
            parts.add("strpos(h.search_text, :word" + index + ") > 0");
            params.put("word" + index, folded);
            index++;
        }
    }

    private void equal(String column, String name, @Nullable String value) {
        if (value != null) {
            parts.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private void compare(String columnAndSign, String name, @Nullable LocalDate day) {
        if (day != null) {
            parts.add(columnAndSign + " :" + name);
            params.put(name, day);
        }
    }
}
