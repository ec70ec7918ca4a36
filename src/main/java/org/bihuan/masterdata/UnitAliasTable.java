package org.bihuan.masterdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Short names of units as they stand in ledgers, each for one unit. */
@Component
class UnitAliasTable extends MasterTable<UnitAliasTable.Alias> {
    private static final int LONGEST_ALIAS = 80;

    UnitAliasTable(DraftKeeper drafts, MessageSource words) {
        super("unit-aliases", List.of("alias", "unit_code"), List.of(), drafts, words);
    }

    /** One name and whose it is. */
    record Alias(String alias, UnitCode unit) {}

    @Override
    String key(Map<String, String> row) {
        return row.getOrDefault("alias", "").strip();
    }

    @Override
    @Nullable
    Alias find(Draft draft, String key) {
        var unit = draft.unitAliases.get(key);
        return unit == null ? null : new Alias(key, unit);
    }

    @Override
    Alias read(Cells cells, Draft draft, @Nullable Alias present, PersonId by) {
        var alias = cells.text("alias", LONGEST_ALIAS);
        var unit = UnitCode.of(cells.code("unit_code", 40));
        if (!unit.value().isEmpty() && !draft.units.containsKey(unit)) {
            cells.complain("unit_code", "UNIT_UNKNOWN");
        }
        draft.units.values().stream()
                .filter(other -> !other.code().equals(unit) && other.name().equals(alias))
                .forEach(other ->
                        cells.complain("alias", "NAME_TAKEN", other.code().value()));
        return new Alias(alias, unit);
    }

    @Override
    Map<String, String> describe(Alias alias) {
        var row = new LinkedHashMap<String, String>();
        row.put("alias", alias.alias());
        row.put("unit_code", alias.unit().value());
        return row;
    }

    @Override
    void put(Draft draft, Alias alias) {
        draft.unitAliases.put(alias.alias(), alias.unit());
    }

    @Override
    Collection<Alias> all(Draft draft) {
        return draft.unitAliases.entrySet().stream()
                .map(alias -> new Alias(alias.getKey(), alias.getValue()))
                .toList();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("alias", "");
    }
}
