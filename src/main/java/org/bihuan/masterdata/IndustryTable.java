package org.bihuan.masterdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Trades and the unit that supervises each. */
@Component
class IndustryTable extends MasterTable<Industry> {
    private static final List<String> YES_OR_NO = List.of("true", "false");

    IndustryTable(DraftKeeper drafts, MessageSource words) {
        super("industries", List.of("code", "name", "supervising_unit_code", "high_risk"), List.of(), drafts, words);
    }

    @Override
    String key(Map<String, String> row) {
        return Cells.folded(row.getOrDefault("code", ""));
    }

    @Override
    @Nullable
    Industry find(Draft draft, String key) {
        return draft.industries.get(key);
    }

    @Override
    Industry read(Cells cells, Draft draft, @Nullable Industry present, PersonId by) {
        var code = cells.code("code", 20);
        var name = cells.text("name", 60);
        var unit = UnitCode.of(cells.code("supervising_unit_code", 40));
        var highRisk = cells.choice("high_risk", YES_OR_NO).equals("true");
        if (!code.isEmpty() && !code.matches("[A-Z][A-Z_]*")) {
            cells.complain("code", "INDUSTRY_CODE_INVALID");
        }
        if (!unit.value().isEmpty() && !draft.units.containsKey(unit)) {
            cells.complain("supervising_unit_code", "UNIT_UNKNOWN");
        }
        draft.industries.values().stream()
                .filter(other -> !other.code().equals(code) && other.name().equals(name))
                .forEach(other -> cells.complain("name", "NAME_TAKEN", other.code()));
        return new Industry(code, name, unit, highRisk);
    }

    @Override
    Map<String, String> describe(Industry industry) {
        var row = new LinkedHashMap<String, String>();
        row.put("code", industry.code());
        row.put("name", industry.name());
        row.put("supervising_unit_code", industry.supervisingUnit().value());
        row.put("high_risk", String.valueOf(industry.highRisk()));
        return row;
    }

    @Override
    void put(Draft draft, Industry industry) {
        draft.industries.put(industry.code(), industry);
    }

    @Override
    Collection<Industry> all(Draft draft) {
        return draft.industries.values();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("name", "");
    }
}
