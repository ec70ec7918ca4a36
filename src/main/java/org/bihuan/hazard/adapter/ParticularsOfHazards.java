package org.bihuan.hazard.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Particulars;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The ledger file's own columns of each hazard that came from a file. */
@Repository
class ParticularsOfHazards {
    private final NamedParameterJdbcTemplate jdbc;

    ParticularsOfHazards(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<HazardNumber, Particulars> particulars) {
        jdbc.batchUpdate(
                """
                insert into hazard_particulars (hazard, inspectors, responsible, responsible_person, responsible_phone,
                    industry_department, region_person, planned_yuan, spent_yuan, goal, contingency, suspension,
                    listing_level, listing_body, progress_percent, self_acceptance, expert_evaluation, verification,
                    countersign, papers, recurrence, remark)
                values (:hazard, :inspectors, :responsible, :responsiblePerson, :responsiblePhone, :industryDepartment,
                    :regionPerson, :plannedYuan, :spentYuan, :goal, :contingency, :suspension, :listingLevel,
                    :listingBody, :progressPercent, :selfAcceptance, :expertEvaluation, :verification, :countersign,
                    :papers, :recurrence, :remark)
                """,
                particulars.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(HazardNumber hazard, Particulars particulars) {
        var columns = new SimplePropertySqlParameterSource(particulars);
        var row = new MapSqlParameterSource("hazard", hazard.value());
        for (var component : Particulars.class.getRecordComponents()) {
            row.addValue(component.getName(), columns.getValue(component.getName()));
        }
        return row;
    }

    /** Reads them from a joined row; {@link Particulars#NONE} where the join found none. */
    static Particulars read(ResultSet row) throws SQLException {
        return new Particulars(
                row.getString("inspectors"),
                row.getString("responsible"),
                row.getString("responsible_person"),
                row.getString("responsible_phone"),
                row.getString("industry_department"),
                row.getString("region_person"),
                row.getObject("planned_yuan", Long.class),
                row.getObject("spent_yuan", Long.class),
                row.getString("goal"),
                row.getString("contingency"),
                row.getString("suspension"),
                row.getString("listing_level"),
                row.getString("listing_body"),
                row.getObject("progress_percent", Integer.class),
                row.getString("self_acceptance"),
                row.getString("expert_evaluation"),
                row.getString("verification"),
                row.getString("countersign"),
                row.getString("papers"),
                row.getString("recurrence"),
                row.getString("remark"));
    }
}
