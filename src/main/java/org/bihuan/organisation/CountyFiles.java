package org.bihuan.organisation;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bihuan.shared.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** A county's master data as a folder of CSV files, one table each. */
public final class CountyFiles {
    private final Function<String, Resource> folder;

    /** @param folder gives the file of a name, for example {@code regions.csv} */
    public CountyFiles(Function<String, Resource> folder) {
        this.folder = folder;
    }

    /**
     * Takes all of it in, in one transaction.
     *
     * @throws java.io.UncheckedIOException if a file is missing
     */
    public void handTo(MasterData masterData) {
        masterData.takeIn(regions(), units(), unitAliases(), industries(), enterprises(), people());
    }

    List<Region> regions() {
        return read(
                "regions.csv",
                row -> new Region(
                        row.text("code"),
                        row.text("name"),
                        choice(Region.Kind.class, row.text("kind")),
                        row.list("aliases")));
    }

    List<Unit> units() {
        return read(
                "units.csv",
                row -> new Unit(
                        UnitCode.of(row.text("code")),
                        row.text("name"),
                        choice(Unit.Kind.class, row.text("kind")),
                        row.text("region_code"),
                        Set.copyOf(row.list("industries")),
                        orNull(row.optional("mailbox"))));
    }

    Map<String, UnitCode> unitAliases() {
        return CsvTable.rows(folder.apply("unit-aliases.csv")).stream()
                .collect(toUnmodifiableMap(row -> row.text("alias"), row -> UnitCode.of(row.text("unit_code"))));
    }

    List<Industry> industries() {
        return read(
                "industries.csv",
                row -> new Industry(
                        row.text("code"),
                        row.text("name"),
                        UnitCode.of(row.text("supervising_unit_code")),
                        Boolean.parseBoolean(row.text("high_risk"))));
    }

    List<Enterprise> enterprises() {
        return read(
                "enterprises.csv",
                row -> new Enterprise(
                        CreditCode.of(row.text("credit_code")),
                        row.text("name"),
                        row.list("former_names"),
                        row.text("region_code"),
                        row.text("industry_code"),
                        row.text("risk_grade"),
                        row.text("address"),
                        Integer.parseInt(row.text("employees")),
                        orNull(row.optional("principal_user").map(PersonId::of)),
                        orNull(row.optional("safety_user").map(PersonId::of)),
                        orNull(row.optional("mailbox"))));
    }

    List<Person> people() {
        return read("users.csv", row -> {
            var home = row.text("unit_or_enterprise");
            boolean ofEnterprise = CreditCode.isWellFormed(home);
            return new Person(
                    PersonId.of(row.text("user_id")),
                    row.text("display_name"),
                    orNull(row.optional("email")),
                    ofEnterprise ? null : UnitCode.of(home),
                    ofEnterprise ? CreditCode.of(home) : null,
                    row.list("roles").stream().map(Role::valueOf).collect(toSet()),
                    true);
        });
    }

    private <T> List<T> read(String file, Function<CsvTable.Row, T> meaning) {
        return CsvTable.rows(folder.apply(file)).stream().map(meaning).toList();
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String text) {
        return Enum.valueOf(choices, text.toUpperCase(Locale.ROOT));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
