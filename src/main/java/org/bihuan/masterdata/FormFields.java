package org.bihuan.masterdata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The columns of a table as fields of a form: what there is to choose, what is chosen, and what is wrong with it. */
@Component
class FormFields {
    private final Organisation organisation;
    private final MessageSource words;

    FormFields(Organisation organisation, MessageSource words) {
        this.organisation = organisation;
        this.words = words;
    }

    /**
     * @param kind {@code text}, {@code one} of the choices or {@code many} of them
     * @param problem empty where nothing is wrong
     */
    record Field(
            String name,
            String label,
            boolean required,
            String kind,
            List<Choice> choices,
            String value,
            String problem,
            String hint,
            boolean fixed) {
        public Set<String> values() {
            return Set.copyOf(Arrays.asList(value.split(";", -1)));
        }
    }

    /** A code and how people know it. */
    record Choice(String code, String name) {}

    List<Field> of(MasterTable<?> table, Map<String, String> row, Map<String, String> problems, boolean isNew) {
        var columns = table.columns();
        return columns.stream()
                .map(column -> {
                    var value = row.getOrDefault(column.name(), "");
                    var choices = withPresent(choices(table, column.name(), row), column.name(), value);
                    return new Field(
                            Names.field(column.name()),
                            column.headers().get(0),
                            column.required(),
                            kind(column.name(), choices),
                            choices == null ? List.of() : choices,
                            value,
                            problems.getOrDefault(Names.field(column.name()), ""),
                            hint("hint." + table.subject() + "." + column.name()),
                            !isNew && column.equals(columns.get(0)));
                })
                .toList();
    }

    private String hint(String key) {
        return String.valueOf(words.getMessage(key, null, "", Locale.SIMPLIFIED_CHINESE));
    }

    /** What stands there already stays to be chosen, though it may not be there any more or not yet. */
    private static @Nullable List<Choice> withPresent(@Nullable List<Choice> choices, String column, String value) {
        if (choices == null
                || value.isEmpty()
                || kind(column, choices).equals("many")
                || choices.stream().anyMatch(choice -> choice.code().equals(value))) {
            return choices;
        }
        return Stream.concat(choices.stream(), Stream.of(new Choice(value, value)))
                .toList();
    }

    private static String kind(String column, @Nullable List<Choice> choices) {
        if (choices == null) {
            return "text";
        }
        return column.equals("industries") || column.equals("roles") ? "many" : "one";
    }

    private @Nullable List<Choice> choices(MasterTable<?> table, String column, Map<String, String> row) {
        return switch (column) {
            case "region_code" ->
                organisation.regions().stream()
                        .map(region -> new Choice(region.code(), named(region)))
                        .toList();
            case "industry_code", "industries" ->
                organisation.industries().stream()
                        .map(industry -> new Choice(industry.code(), named(industry)))
                        .toList();
            case "risk_grade" -> words(table, column, "red", "orange", "yellow", "blue");
            case "kind" -> words(table, column, "committee_office", "bureau", "department", "town", "zone");
            case "roles" ->
                words(
                        table,
                        column,
                        Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));
            case "principal_user", "safety_user" -> peopleOf(row);
            default -> null;
        };
    }

    /** None yet in a new enterprise: its people name it, so they come after it. */
    private @Nullable List<Choice> peopleOf(Map<String, String> row) {
        var people = organisation.peopleOf(CreditCode.of(row.getOrDefault("credit_code", "")));
        return people.isEmpty()
                ? null
                : people.stream()
                        .map(person -> new Choice(person.id().value(), person.name()))
                        .toList();
    }

    private List<Choice> words(MasterTable<?> table, String column, String... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(
                        value,
                        words.getMessage(
                                        "word." + table.subject() + "." + column + "." + value,
                                        null,
                                        Locale.SIMPLIFIED_CHINESE)
                                .split(";", -1)[0]))
                .toList();
    }

    private static String named(Region region) {
        return region.name() + " " + region.code();
    }

    private String named(Industry industry) {
        var unit = organisation
                .unit(UnitCode.of(industry.supervisingUnit().value()))
                .map(known -> " · " + known.name())
                .orElse("");
        return industry.name() + unit;
    }
}
