package org.bihuan.masterdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Public bodies. The trades of a unit come in after it, because each names the unit that supervises it: as long as there is no trade at
 * all, a unit may name any, and each counts from the moment it comes in.
 */
@Component
class UnitTable extends MasterTable<Unit> {
    private static final List<String> KINDS = List.of("committee_office", "bureau", "department", "town", "zone");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 80;

    UnitTable(DraftKeeper drafts, MessageSource words) {
        super("units", List.of("code", "name", "kind", "region_code"), List.of("industries", "mailbox"), drafts, words);
    }

    @Override
    String key(Map<String, String> row) {
        return Cells.folded(row.getOrDefault("code", ""));
    }

    @Override
    @Nullable
    Unit find(Draft draft, String key) {
        return draft.units.get(UnitCode.of(key));
    }

    @Override
    Unit read(Cells cells, Draft draft, @Nullable Unit present, PersonId by) {
        var code = UnitCode.of(cells.code("code", LONGEST_CODE));
        var name = cells.text("name", LONGEST_NAME);
        var kind = Unit.Kind.valueOf(cells.choice("kind", KINDS).toUpperCase(Locale.ROOT));
        var trades = cells.list("industries", 20);
        var unit =
                new Unit(code, name, kind, cells.code("region_code", 9), Set.copyOf(trades), cells.address("mailbox"));
        checkCode(code.value(), cells);
        checkRegion(unit, cells, draft);
        if (present != null && present.isTownOrZone() != unit.isTownOrZone()) {
            cells.complain("kind", "KIND_STAYS");
        }
        draft.units.values().stream()
                .filter(other -> !other.code().equals(code) && other.name().equals(name))
                .forEach(other ->
                        cells.complain("name", "NAME_TAKEN", other.code().value()));
        for (var trade : trades) {
            if (draft.industries.isEmpty()) {
                cells.warn("AWAITS_INDUSTRY");
            } else if (!draft.industries.containsKey(trade)
                    && (present == null || !present.industries().contains(trade))) {
                cells.complainOf("industries", trade, "INDUSTRY_UNKNOWN");
            }
        }
        if (unit.mailbox() == null) {
            cells.warn("NO_ADDRESS");
        }
        return unit;
    }

    /** It becomes the name of a group beside those of roles, leaders and enterprises (contract 3). */
    private static void checkCode(String code, Cells cells) {
        if (code.isEmpty()) {
            return;
        }
        if (!code.matches("[a-z0-9][a-z0-9-]*")) {
            cells.complain("code", "UNIT_CODE_INVALID");
        } else if (Stream.of(Role.values()).anyMatch(role -> role.group().equals(code))
                || code.endsWith("-leader")
                || code.startsWith("ent-")
                || code.startsWith("camunda-")) {
            cells.complain("code", "UNIT_CODE_RESERVED");
        }
    }

    private static void checkRegion(Unit unit, Cells cells, Draft draft) {
        if (unit.region().isEmpty()) {
            return;
        }
        var region = draft.regions.get(unit.region());
        if (region == null) {
            cells.complain("region_code", "REGION_UNKNOWN");
        } else if (unit.isTownOrZone() && region.kind() == Region.Kind.COUNTY) {
            cells.complain("region_code", "REGION_IS_THE_COUNTY");
        } else if (unit.isTownOrZone()) {
            draft.units.values().stream()
                    .filter(other -> other.isTownOrZone()
                            && other.region().equals(region.code())
                            && !other.code().equals(unit.code()))
                    .forEach(other -> cells.complain("region_code", "OFFICE_TAKEN", other.name()));
        }
    }

    @Override
    Map<String, String> describe(Unit unit) {
        var row = new LinkedHashMap<String, String>();
        row.put("code", unit.code().value());
        row.put("name", unit.name());
        row.put("kind", unit.kind().name().toLowerCase(Locale.ROOT));
        row.put("region_code", unit.region());
        row.put(
                "industries",
                String.join(";", unit.industries().stream().sorted().toList()));
        row.put("mailbox", unit.mailbox() == null ? "" : unit.mailbox());
        return row;
    }

    @Override
    void put(Draft draft, Unit unit) {
        draft.units.put(unit.code(), unit);
    }

    @Override
    Collection<Unit> all(Draft draft) {
        return draft.units.values();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("name", "");
    }
}
