package org.bihuan.masterdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.masterdata.AwaitedReferences.Awaited;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Master data while rows are judged one after the other, each against what those before it have made of them. Units and enterprises
 * stand here as somebody wished them: with trades and officers that may not be there yet.
 */
final class Draft {
    private static final String TRADE = "industries";
    private static final String PRINCIPAL = "principal_user";
    private static final String SAFETY = "safety_user";

    final Map<String, Region> regions;
    final Map<UnitCode, Unit> units;
    final Map<String, UnitCode> unitAliases;
    final Map<String, Industry> industries;
    final Map<CreditCode, Enterprise> enterprises;
    final Map<PersonId, Person> people;
    private final Organisation before;
    private final Set<Awaited> awaitedBefore;
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Map<String, Set<CreditCode>> enterprisesByName = new HashMap<>();

    Draft(Organisation present, Collection<Awaited> awaited) {
        before = present;
        awaitedBefore = Set.copyOf(awaited);
        awaited.forEach(one -> parts.computeIfAbsent(one.whole() + " " + one.field(), none -> new ArrayList<>())
                .add(one.part()));
        regions = by(Region::code, present.regions());
        units = by(Unit::code, present.units());
        unitAliases = new LinkedHashMap<>(present.unitAliases());
        industries = by(Industry::code, present.industries());
        enterprises = by(Enterprise::code, present.enterprises());
        people = by(Person::id, present.people());
        units.replaceAll((code, unit) -> wished(unit));
        enterprises.replaceAll((code, enterprise) -> wished(enterprise));
        enterprises.values().forEach(this::rememberName);
    }

    void put(Enterprise enterprise) {
        enterprises.put(enterprise.code(), enterprise);
        rememberName(enterprise);
    }

    /** Whether another enterprise bears this name now. */
    boolean isSharedName(Enterprise enterprise) {
        return enterprisesByName.getOrDefault(enterprise.name(), Set.of()).stream()
                .anyMatch(code -> !code.equals(enterprise.code())
                        && Objects.requireNonNull(enterprises.get(code)).name().equals(enterprise.name()));
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(UnitCode.of(code)));
    }

    Optional<Person> person(@Nullable PersonId id) {
        return id == null ? Optional.empty() : Optional.ofNullable(people.get(id));
    }

    /** What has changed, ready to be kept: nothing in it refers to something that is not there. */
    Changes changes() {
        var awaited = new TreeSet<Awaited>();
        var fittingUnits = new ArrayList<Unit>();
        for (var unit : units.values()) {
            var known =
                    unit.industries().stream().filter(industries::containsKey).collect(Collectors.toSet());
            unit.industries().stream()
                    .filter(trade -> !known.contains(trade))
                    .forEach(trade ->
                            awaited.add(new Awaited("units", unit.code().value(), TRADE, trade)));
            fittingUnits.add(with(unit, known));
        }
        var fittingEnterprises = new ArrayList<Enterprise>();
        for (var enterprise : enterprises.values()) {
            var code = enterprise.code();
            var principal = officer(code, enterprise.principal(), PRINCIPAL, awaited);
            var safety = officer(code, enterprise.safetyOfficer(), SAFETY, awaited);
            fittingEnterprises.add(with(enterprise, principal, safety));
        }
        return new Changes(
                differing(regions.values(), region -> before.region(region.code())),
                differing(fittingUnits, unit -> before.unit(unit.code())),
                unitAliases.entrySet().stream()
                        .filter(alias ->
                                !alias.getValue().equals(before.unitAliases().get(alias.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                differing(industries.values(), industry -> before.industry(industry.code())),
                differing(fittingEnterprises, enterprise -> before.enterprise(enterprise.code())),
                differing(people.values(), person -> before.person(person.id())),
                awaitedBefore,
                awaited);
    }

    /** What a draft has made of master data. */
    record Changes(
            List<Region> regions,
            List<Unit> units,
            Map<String, UnitCode> unitAliases,
            List<Industry> industries,
            List<Enterprise> enterprises,
            List<Person> people,
            Set<Awaited> awaitedBefore,
            Set<Awaited> awaited) {}

    private @Nullable PersonId officer(
            CreditCode enterprise, @Nullable PersonId wished, String place, Collection<Awaited> awaited) {
        if (wished == null
                || person(wished).filter(person -> person.worksFor(enterprise)).isPresent()) {
            return wished;
        }
        awaited.add(new Awaited("enterprises", enterprise.value(), place, wished.value()));
        return null;
    }

    private Unit wished(Unit unit) {
        var trades = new TreeSet<>(unit.industries());
        awaited(unit.code().value(), TRADE).forEach(trades::add);
        return with(unit, trades);
    }

    private Enterprise wished(Enterprise enterprise) {
        var code = enterprise.code().value();
        var principal = enterprise.principal() != null
                ? enterprise.principal()
                : awaited(code, PRINCIPAL).stream()
                        .findFirst()
                        .map(PersonId::of)
                        .orElse(null);
        var safety = enterprise.safetyOfficer() != null
                ? enterprise.safetyOfficer()
                : awaited(code, SAFETY).stream().findFirst().map(PersonId::of).orElse(null);
        return with(enterprise, principal, safety);
    }

    private List<String> awaited(String whole, String field) {
        return parts.getOrDefault(whole + " " + field, List.of());
    }

    private void rememberName(Enterprise enterprise) {
        enterprisesByName
                .computeIfAbsent(enterprise.name(), none -> new HashSet<>())
                .add(enterprise.code());
    }

    private static Unit with(Unit unit, Set<String> trades) {
        return new Unit(unit.code(), unit.name(), unit.kind(), unit.region(), Set.copyOf(trades), unit.mailbox());
    }

    static Enterprise with(Enterprise e, @Nullable PersonId principal, @Nullable PersonId safety) {
        return new Enterprise(
                e.code(),
                e.name(),
                e.formerNames(),
                e.region(),
                e.industry(),
                e.riskGrade(),
                e.address(),
                e.employees(),
                principal,
                safety,
                e.mailbox());
    }

    private static <T> List<T> differing(Collection<T> all, Function<T, Optional<T>> before) {
        return all.stream()
                .filter(one -> !before.apply(one).filter(one::equals).isPresent())
                .toList();
    }

    private static <K, V> Map<K, V> by(Function<V, K> key, List<V> all) {
        var map = new LinkedHashMap<K, V>();
        all.forEach(one -> map.put(key.apply(one), one));
        return map;
    }
}
