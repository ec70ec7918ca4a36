package org.bihuan.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units with their aliases and the trades they are competent for. */
@Repository
class Units {
    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code. */
    List<Unit> all() {
        var industries =
                Part.grouped(jdbc.sql("select unit as whole, industry as part from unit_industry order by industry"));
        return jdbc.sql("select code, name, kind, region, mailbox from unit order by code")
                .query((row, n) -> new Unit(
                        UnitCode.of(row.getString("code")),
                        row.getString("name"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("region"),
                        Set.copyOf(industries.of(row.getString("code"))),
                        row.getString("mailbox")))
                .list();
    }

    Map<String, UnitCode> aliases() {
        var aliases = new HashMap<String, UnitCode>();
        jdbc.sql("select alias, unit from unit_alias").query((row) -> {
            aliases.put(row.getString("alias"), UnitCode.of(row.getString("unit")));
        });
        return Map.copyOf(aliases);
    }

    /** Their trades follow with {@link #becomeCompetent}, once the trades are there. */
    void takeIn(List<Unit> units) {
        jdbc.sql("""
                        insert into unit (code, name, kind, region, mailbox)
                        select * from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:kinds as text[]),
                            cast(:regions as text[]), cast(:mailboxes as text[]))
                        on conflict on constraint pk_unit do update
                            set name = excluded.name, kind = excluded.kind, region = excluded.region, mailbox = excluded.mailbox
                        where (unit.name, unit.kind, unit.region, unit.mailbox)
                            is distinct from (excluded.name, excluded.kind, excluded.region, excluded.mailbox)
                        """)
                .param("codes", Columns.texts(units, Unit::code))
                .param("names", Columns.texts(units, Unit::name))
                .param("kinds", Columns.texts(units, Unit::kind))
                .param("regions", Columns.texts(units, Unit::region))
                .param("mailboxes", Columns.texts(units, Unit::mailbox))
                .update();
    }

    /** Gives each of the units exactly its trades. */
    void becomeCompetent(List<Unit> units) {
        var trades = Part.of(units, Unit::code, Unit::industries);
        jdbc.sql("""
                        delete from unit_industry
                        where unit = any (cast(:codes as text[])) and not exists (
                            select from unnest(cast(:units as text[]), cast(:industries as text[])) as kept (unit, industry)
                            where kept.unit = unit_industry.unit and kept.industry = unit_industry.industry)
                        """)
                .param("codes", Columns.texts(units, Unit::code))
                .param("units", Columns.texts(trades, Part::whole))
                .param("industries", Columns.texts(trades, Part::part))
                .update();
        jdbc.sql("""
                        insert into unit_industry (unit, industry)
                        select * from unnest(cast(:units as text[]), cast(:industries as text[]))
                        on conflict on constraint pk_unit_industry do nothing
                        """)
                .param("units", Columns.texts(trades, Part::whole))
                .param("industries", Columns.texts(trades, Part::part))
                .update();
    }

    void takeInAliases(Map<String, UnitCode> aliases) {
        var entries = aliases.entrySet();
        jdbc.sql("""
                        insert into unit_alias (alias, unit)
                        select * from unnest(cast(:aliases as text[]), cast(:units as text[]))
                        on conflict on constraint pk_unit_alias do update set unit = excluded.unit
                        where unit_alias.unit <> excluded.unit
                        """)
                .param("aliases", Columns.texts(entries, Map.Entry::getKey))
                .param("units", Columns.texts(entries, Map.Entry::getValue))
                .update();
    }
}
