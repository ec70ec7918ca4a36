package org.bihuan.exchange;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;

/** The master data as ledgers name it: by folded names, former names and aliases. Made once for a file. */
final class Directory {
    private static final Words WORDS = Words.SHIPPED;

    private final Map<String, Enterprise> enterpriseByCode = new HashMap<>();
    private final Map<String, Set<Enterprise>> enterprisesByName = new HashMap<>();
    private final Map<String, Set<Enterprise>> enterprisesByFormerName = new HashMap<>();
    private final Map<String, Unit> unitByName = new HashMap<>();
    private final Map<String, Region> regionByName = new HashMap<>();
    private final Map<String, Region> regionByCode = new HashMap<>();
    private final Map<String, Industry> industryByName = new HashMap<>();
    private final Map<String, Industry> industryByCode = new HashMap<>();

    Directory(Organisation organisation) {
        for (var enterprise : organisation.enterprises()) {
            enterpriseByCode.put(enterprise.code().value(), enterprise);
            note(enterprisesByName, enterprise.name(), enterprise);
            enterprise.formerNames().forEach(name -> note(enterprisesByFormerName, name, enterprise));
        }
        var units = new HashMap<UnitCode, Unit>();
        organisation.units().forEach(unit -> units.put(unit.code(), unit));
        organisation.unitAliases().forEach((alias, code) -> {
            var unit = units.get(code);
            if (unit != null) {
                unitByName.put(Wording.of(alias), unit);
            }
        });
        units.values().forEach(unit -> unitByName.put(Wording.of(unit.name()), unit));
        for (var region : organisation.regions()) {
            regionByCode.put(region.code(), region);
            region.aliases().forEach(alias -> regionByName.putIfAbsent(Wording.of(alias), region));
        }
        organisation.regions().forEach(region -> regionByName.put(Wording.of(region.name()), region));
        for (var industry : organisation.industries()) {
            industryByCode.put(industry.code(), industry);
            industryByName.put(withoutBracket(Wording.of(industry.name())), industry);
        }
    }

    private static void note(Map<String, Set<Enterprise>> names, String name, Enterprise enterprise) {
        names.computeIfAbsent(Wording.of(name), none -> new LinkedHashSet<>()).add(enterprise);
    }

    Optional<Enterprise> enterprise(CreditCode code) {
        return Optional.ofNullable(enterpriseByCode.get(code.value()));
    }

    /** The one enterprise that bears the name now, else the one that bore it; empty where several did. */
    Optional<Enterprise> enterpriseNamed(String folded) {
        var bearers = bearers(folded);
        return bearers.size() == 1 ? Optional.of(bearers.iterator().next()) : Optional.empty();
    }

    /** Whether the name is or was the given enterprise's. */
    static boolean isNameOf(Enterprise enterprise, String folded) {
        var plain = withoutFormerName(folded);
        return Stream.concat(Stream.of(enterprise.name()), enterprise.formerNames().stream())
                .map(Wording::of)
                .anyMatch(name -> name.equals(folded) || name.equals(plain));
    }

    /** Whether any enterprise bears or bore the name. */
    boolean isName(String folded) {
        return !bearers(folded).isEmpty();
    }

    private Set<Enterprise> bearers(String folded) {
        for (var name : List.of(folded, withoutFormerName(folded))) {
            for (var names : List.of(enterprisesByName, enterprisesByFormerName)) {
                if (names.containsKey(name)) {
                    return names.get(name);
                }
            }
        }
        return Set.of();
    }

    Optional<Unit> unit(String folded) {
        return Optional.ofNullable(unitByName.get(folded));
    }

    /** By name or alias, also with province, city and county in front. */
    Optional<Region> region(String folded) {
        var name = folded;
        while (true) {
            var region = regionByName.get(name);
            if (region != null) {
                return Optional.of(region);
            }
            var shorter = withoutPrefix(name);
            if (shorter.equals(name)) {
                return Optional.empty();
            }
            name = shorter;
        }
    }

    Optional<Region> regionOf(String code) {
        return Optional.ofNullable(regionByCode.get(code));
    }

    /** By its name without bracket. */
    Optional<Industry> industry(String folded) {
        return Optional.ofNullable(industryByName.get(withoutBracket(folded)));
    }

    Optional<Industry> industryOf(String code) {
        return Optional.ofNullable(industryByCode.get(code));
    }

    private static String withoutPrefix(String name) {
        return WORDS.list("region.before").stream()
                .filter(prefix -> name.startsWith(prefix) && name.length() > prefix.length())
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    private static String withoutFormerName(String folded) {
        var parts = WORDS.pattern("enterprise.former").matcher(folded);
        return parts.matches() ? parts.group(1) : folded;
    }

    private static String withoutBracket(String folded) {
        var bracket = folded.indexOf('(');
        return bracket > 0 && folded.endsWith(")") ? folded.substring(0, bracket) : folded;
    }
}
