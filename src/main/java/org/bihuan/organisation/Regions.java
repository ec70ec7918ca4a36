package org.bihuan.organisation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Regions with their aliases. */
@Repository
class Regions {
    private final JdbcClient jdbc;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code, so the county comes first. */
    List<Region> all() {
        var aliases = Part.grouped(jdbc.sql("select region as whole, alias as part from region_alias order by alias"));
        return jdbc.sql("select code, name, kind from region order by code")
                .query((row, n) -> new Region(
                        row.getString("code"),
                        row.getString("name"),
                        Region.Kind.valueOf(row.getString("kind")),
                        aliases.of(row.getString("code"))))
                .list();
    }

    /** Each of the regions has exactly the aliases given afterwards. */
    void takeIn(List<Region> regions) {
        jdbc.sql("""
                        insert into region (code, name, kind)
                        select * from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:kinds as text[]))
                        on conflict on constraint pk_region do update set name = excluded.name, kind = excluded.kind
                        where (region.name, region.kind) is distinct from (excluded.name, excluded.kind)
                        """)
                .param("codes", Columns.texts(regions, Region::code))
                .param("names", Columns.texts(regions, Region::name))
                .param("kinds", Columns.texts(regions, Region::kind))
                .update();
        var aliases = Part.of(regions, Region::code, Region::aliases);
        jdbc.sql("""
                        delete from region_alias
                        where region = any (cast(:codes as text[])) and not alias = any (cast(:aliases as text[]))
                        """)
                .param("codes", Columns.texts(regions, Region::code))
                .param("aliases", Columns.texts(aliases, Part::part))
                .update();
        jdbc.sql("""
                        insert into region_alias (region, alias)
                        select * from unnest(cast(:regions as text[]), cast(:aliases as text[]))
                        on conflict on constraint pk_region_alias do update set region = excluded.region
                        where region_alias.region <> excluded.region
                        """)
                .param("regions", Columns.texts(aliases, Part::whole))
                .param("aliases", Columns.texts(aliases, Part::part))
                .update();
    }
}
