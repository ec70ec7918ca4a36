package org.bihuan.masterdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The county, its towns, townships and zones. */
@Component
class RegionTable extends MasterTable<Region> {
    private static final List<String> KINDS = List.of("county", "town", "township", "zone");
    private static final int LONGEST_NAME = 60;

    RegionTable(DraftKeeper drafts, MessageSource words) {
        super("regions", List.of("code", "name", "kind"), List.of("aliases"), drafts, words);
    }

    @Override
    String key(Map<String, String> row) {
        return Cells.folded(row.getOrDefault("code", ""));
    }

    @Override
    @Nullable
    Region find(Draft draft, String key) {
        return draft.regions.get(key);
    }

    @Override
    Region read(Cells cells, Draft draft, @Nullable Region present, PersonId by) {
        var code = cells.code("code", 20);
        var kind = Region.Kind.valueOf(cells.choice("kind", KINDS).toUpperCase(Locale.ROOT));
        var name = cells.text("name", LONGEST_NAME);
        var aliases = cells.list("aliases", LONGEST_NAME);
        if (!code.isEmpty() && !code.matches(kind == Region.Kind.COUNTY ? "[0-9]{6}" : "[0-9]{9}")) {
            cells.complain("code", "REGION_CODE_INVALID");
        }
        if (present != null && present.kind() != kind && kind == Region.Kind.COUNTY) {
            cells.complain("kind", "REGION_CODE_INVALID");
        }
        for (var other : draft.regions.values()) {
            if (other.code().equals(code)) {
                continue;
            }
            if (kind == Region.Kind.COUNTY && other.kind() == kind) {
                cells.complain("kind", "COUNTY_TWICE", other.name());
            }
            if (names(other).anyMatch(name::equals)) {
                cells.complain("name", "NAME_TAKEN", other.name());
            }
            aliases.stream()
                    .filter(alias -> names(other).anyMatch(alias::equals))
                    .forEach(alias -> cells.complainOf("aliases", alias, "NAME_TAKEN", other.name()));
        }
        return new Region(code, name, kind, aliases);
    }

    private static Stream<String> names(Region region) {
        return Stream.concat(Stream.of(region.name()), region.aliases().stream());
    }

    @Override
    Map<String, String> describe(Region region) {
        var row = new LinkedHashMap<String, String>();
        row.put("code", region.code());
        row.put("name", region.name());
        row.put("kind", region.kind().name().toLowerCase(Locale.ROOT));
        row.put("aliases", String.join(";", region.aliases().stream().sorted().toList()));
        return row;
    }

    @Override
    void put(Draft draft, Region region) {
        draft.regions.put(region.code(), region);
    }

    @Override
    Collection<Region> all(Draft draft) {
        return draft.regions.values();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("name", "");
    }
}
