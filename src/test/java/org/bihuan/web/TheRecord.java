package org.bihuan.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a refused request could leave half-written: our tables, and what the engine keeps of running cases. */
final class TheRecord {
    private static final String[] TABLES = {
        "hazard",
        "hazard_serial",
        "hazard_particulars",
        "case_log",
        "case_reader",
        "clock",
        "rung",
        "rung_recipient",
        "letter",
        "letter_line",
        "assignment",
        "completion_report",
        "verdict",
        "registration_key",
        "evidence_file",
        "evidence",
        "waiting_evidence",
        "mail_outbox",
        "mail_line",
        "mail_case",
        "import_file",
        "import_batch",
        "import_row",
        "region",
        "region_alias",
        "unit",
        "unit_alias",
        "unit_industry",
        "industry",
        "enterprise",
        "enterprise_former_name",
        "person",
        "person_role",
        "organisation_version",
        "master_data_change",
        "awaited_reference",
        "act_ru_execution",
        "act_ru_task",
        "act_ru_identitylink",
        "act_ru_authorization",
        "act_ru_variable",
        "act_ru_job",
        "act_ru_incident",
        "act_ge_bytearray"
    };
    private static final String PRINTS = Stream.of(TABLES)
            .map(table -> "select '" + table + "' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ''"
                    + " order by md5(t::text))), '') as print from " + table + " t")
            .collect(Collectors.joining(" union all "));

    private TheRecord() {}

    /** One print a table; equal prints, equal rows. */
    static Map<String, String> of(JdbcClient jdbc) {
        Map<String, String> prints = new TreeMap<>();
        jdbc.sql(PRINTS).query(row -> {
            prints.put(row.getString("name"), row.getString("print"));
        });
        if (prints.size() != Arrays.stream(TABLES).distinct().count()) {
            throw new AssertionError(prints);
        }
        return prints;
    }
}
