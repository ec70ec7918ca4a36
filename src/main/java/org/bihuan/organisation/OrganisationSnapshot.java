package org.bihuan.organisation;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The organisation as it was at one version; immutable, found by hash. */
final class OrganisationSnapshot implements Organisation {
    private final long version;
    private final List<Region> regions;
    private final List<Unit> units;
    private final Map<String, UnitCode> unitAliases;
    private final List<Industry> industries;
    private final List<Enterprise> enterprises;
    private final List<Person> people;
    private final List<Substitution> substitutions;
    private final Map<String, Region> regionByCode;
    private final Map<UnitCode, Unit> unitByCode;
    private final Map<String, Unit> officeByRegion;
    private final Map<String, Industry> industryByCode;
    private final Map<CreditCode, Enterprise> enterpriseByCode;
    private final Map<PersonId, Person> personById;
    private final Map<UnitCode, List<Person>> activeByUnit;
    private final Map<CreditCode, List<Person>> activeByEnterprise;
    private final Map<Role, List<Person>> activeByRole;
    private final EnterpriseNames enterpriseNames;

    OrganisationSnapshot(
            long version,
            List<Region> regions,
            List<Unit> units,
            Map<String, UnitCode> unitAliases,
            List<Industry> industries,
            List<Enterprise> enterprises,
            List<Person> people,
            List<Substitution> substitutions) {
        this.version = version;
        this.regions = List.copyOf(regions);
        this.units = List.copyOf(units);
        this.unitAliases = Map.copyOf(unitAliases);
        this.industries = List.copyOf(industries);
        this.enterprises = List.copyOf(enterprises);
        this.people = List.copyOf(people);
        this.substitutions = List.copyOf(substitutions);
        regionByCode = by(Region::code, regions);
        unitByCode = by(Unit::code, units);
        officeByRegion =
                by(Unit::region, units.stream().filter(Unit::isTownOrZone).toList());
        industryByCode = by(Industry::code, industries);
        enterpriseByCode = by(Enterprise::code, enterprises);
        personById = by(Person::id, people);
        var active = people.stream().filter(Person::active).toList();
        activeByUnit = grouped(person -> Optional.ofNullable(person.unit()), active);
        activeByEnterprise = grouped(person -> Optional.ofNullable(person.enterprise()), active);
        activeByRole = byRole(active);
        enterpriseNames = new EnterpriseNames(enterprises);
    }

    long version() {
        return version;
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(personById.get(id));
    }

    @Override
    public Optional<Unit> unit(UnitCode code) {
        return Optional.ofNullable(unitByCode.get(code));
    }

    @Override
    public Optional<Enterprise> enterprise(CreditCode code) {
        return Optional.ofNullable(enterpriseByCode.get(code));
    }

    @Override
    public Optional<Enterprise> enterpriseNamed(String name) {
        return enterpriseNames.named(name);
    }

    @Override
    public List<Enterprise> enterprisesMatching(String text, int atMost) {
        return enterpriseNames.matching(text, atMost);
    }

    @Override
    public Optional<Region> region(String code) {
        return Optional.ofNullable(regionByCode.get(code));
    }

    @Override
    public Optional<Industry> industry(String code) {
        return Optional.ofNullable(industryByCode.get(code));
    }

    @Override
    public Region county() {
        return regions.stream()
                .filter(region -> region.kind() == Region.Kind.COUNTY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no master data yet: the county itself is missing"));
    }

    @Override
    public List<Region> regions() {
        return regions;
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public List<Industry> industries() {
        return industries;
    }

    @Override
    public List<Enterprise> enterprises() {
        return enterprises;
    }

    @Override
    public List<Person> people() {
        return people;
    }

    /** All that were ever entered, ended ones too. */
    List<Substitution> substitutions() {
        return substitutions;
    }

    @Override
    public Map<String, UnitCode> unitAliases() {
        return unitAliases;
    }

    @Override
    public List<Person> peopleOf(UnitCode unit, Set<Role> roles) {
        return activeByUnit.getOrDefault(unit, List.of()).stream()
                .filter(person -> !Collections.disjoint(person.roles(), roles))
                .toList();
    }

    @Override
    public List<Person> peopleOf(CreditCode enterprise) {
        return activeByEnterprise.getOrDefault(enterprise, List.of());
    }

    @Override
    public List<Person> holdersOf(Role role) {
        return activeByRole.getOrDefault(role, List.of());
    }

    @Override
    public Optional<Unit> officeOf(String region) {
        return Optional.ofNullable(officeByRegion.get(region));
    }

    @Override
    public boolean isCompetent(Unit unit, @Nullable String industry, String region) {
        if (unit.kind() == Unit.Kind.COMMITTEE_OFFICE) {
            return false;
        }
        if (unit.isTownOrZone()) {
            return unit.region().equals(region);
        }
        return industry != null && unit.industries().contains(industry);
    }

    private static <K, V> Map<K, V> by(Function<V, K> key, Collection<V> values) {
        return values.stream().collect(toMap(key, Function.identity()));
    }

    private static <K> Map<K, List<Person>> grouped(Function<Person, Optional<K>> key, List<Person> people) {
        var groups = new HashMap<K, List<Person>>();
        for (var person : people) {
            key.apply(person)
                    .ifPresent(k ->
                            groups.computeIfAbsent(k, none -> new ArrayList<>()).add(person));
        }
        groups.replaceAll((k, group) -> List.copyOf(group));
        return groups;
    }

    private static Map<Role, List<Person>> byRole(List<Person> people) {
        var byRole = new EnumMap<Role, List<Person>>(Role.class);
        for (var role : Role.values()) {
            byRole.put(role, people.stream().filter(person -> person.is(role)).toList());
        }
        return byRole;
    }
}
