package org.bihuan.organisation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trades and who supervises them. */
@Repository
class Industries {
    private final JdbcClient jdbc;

    Industries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code. */
    List<Industry> all() {
        return jdbc.sql("select code, name, supervising_unit, high_risk from industry order by code")
                .query((row, n) -> new Industry(
                        row.getString("code"),
                        row.getString("name"),
                        UnitCode.of(row.getString("supervising_unit")),
                        row.getBoolean("high_risk")))
                .list();
    }

    void takeIn(List<Industry> industries) {
        jdbc.sql("""
                        insert into industry (code, name, supervising_unit, high_risk)
                        select code, name, unit, cast(high_risk as boolean)
                        from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:units as text[]), cast(:highRisk as text[]))
                            as given (code, name, unit, high_risk)
                        on conflict on constraint pk_industry do update
                            set name = excluded.name, supervising_unit = excluded.supervising_unit, high_risk = excluded.high_risk
                        where (industry.name, industry.supervising_unit, industry.high_risk)
                            is distinct from (excluded.name, excluded.supervising_unit, excluded.high_risk)
                        """)
                .param("codes", Columns.texts(industries, Industry::code))
                .param("names", Columns.texts(industries, Industry::name))
                .param("units", Columns.texts(industries, Industry::supervisingUnit))
                .param("highRisk", Columns.texts(industries, Industry::highRisk))
                .update();
    }
}
