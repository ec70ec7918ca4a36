package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with a row of master data, and who may bring any. */
@CountyTest
class MasterDataApiTests {
    private static final List<String> TABLES =
            List.of("regions", "units", "unit-aliases", "industries", "enterprises", "users");
    /** Table, row in the columns of the sample county's file, and what is said about it. */
    private static final String WRONG_ROWS = """
            regions 34172,东乡,town, -> code REGION_CODE_INVALID
            regions 341722,邻县,county, -> kind COUNTY_TWICE
            regions 341721199,香隅镇,town, -> name NAME_TAKEN
            regions 341721199,东乡,town,尧渡 -> aliases NAME_TAKEN
            regions 341721199,东乡,village, -> kind CHOICE_UNKNOWN
            regions ,东乡,town, -> code MISSING
            units Emb,某局,department,341721,, -> code UNIT_CODE_INVALID
            units inspector,某局,department,341721,, -> code UNIT_CODE_RESERVED
            units some-leader,某局,department,341721,, -> code UNIT_CODE_RESERVED
            units second,第二镇政府,town,341721107,, -> region_code OFFICE_TAKEN
            units second,第二镇政府,town,341721,, -> region_code REGION_IS_THE_COUNTY
            units second,某局,department,999999,, -> region_code REGION_UNKNOWN
            units second,某局,department,341721,SPACE, -> industries INDUSTRY_UNKNOWN
            units second,某局,department,341721,,ohne -> mailbox MAILBOX_INVALID
            units second,东至县应急管理局,department,341721,, -> name NAME_TAKEN
            units xiangyu,香隅镇人民政府,department,341721,, -> kind KIND_STAYS
            unit-aliases 某局,nowhere -> unit_code UNIT_UNKNOWN
            unit-aliases 东至县应急管理局,office -> alias NAME_TAKEN
            industries space,航天,emb,true -> code INDUSTRY_CODE_INVALID
            industries SPACE,航天,nowhere,true -> supervising_unit_code UNIT_UNKNOWN
            industries SPACE,电力,emb,true -> name NAME_TAKEN
            industries SPACE,航天,emb,vielleicht -> high_risk CHOICE_UNKNOWN
            users a b c!,某人,a@b.example,emb,EXPERT -> user_id USER_ID_INVALID
            users newcomer,某人,a.example,emb,EXPERT -> email MAILBOX_INVALID
            users newcomer,某人,,nowhere,EXPERT -> unit_or_enterprise UNIT_UNKNOWN
            users newcomer,某人,,91341721XN22510855,ENTERPRISE_SAFETY -> unit_or_enterprise CREDIT_CODE_INVALID
            users newcomer,某人,,emb,KING -> roles CHOICE_UNKNOWN
            users newcomer,某人,,emb, -> roles MISSING
            users newcomer,某人,,emb,ENTERPRISE_SAFETY -> roles ROLE_DOES_NOT_FIT
            users newcomer,某人,,emb,COMMITTEE_OFFICE -> roles ROLE_DOES_NOT_FIT
            users safety-001,某人,,91341721XN22510854,INSPECTOR -> roles ROLE_DOES_NOT_FIT
            users safety-001,某人,,emb,INSPECTOR -> unit_or_enterprise STILL_OFFICER
            users admin,管理员,,emb,INSPECTOR -> roles OWN_ADMINISTRATION
            enterprises 91341721XN22510855,某公司,,341721107,HAZCHEM,red,香隅镇,5,,, -> credit_code CREDIT_CODE_INVALID
            enterprises 9.13E+17,某公司,,341721107,HAZCHEM,red,香隅镇,5,,, -> credit_code CREDIT_CODE_INVALID
            enterprises 91341721XN22510854,某公司,,341721999,HAZCHEM,red,香隅镇,5,,, -> region_code REGION_UNKNOWN
            enterprises 91341721XN22510854,某公司,,341721107,SPACE,red,香隅镇,5,,, -> industry_code INDUSTRY_UNKNOWN
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,green,香隅镇,5,,, -> risk_grade CHOICE_UNKNOWN
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,,5,,, -> address MISSING
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,香隅镇,-5,,, -> employees NOT_AN_AMOUNT
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,香隅镇,5,safety-002,, -> principal_user OFFICER_OF_ANOTHER
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,香隅镇,5,safety-001,, -> principal_user OFFICER_LACKS_ROLE
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,香隅镇,5,,a b!, -> safety_user USER_ID_INVALID
            enterprises 91341721XN22510854,某公司,,341721107,HAZCHEM,red,香隅镇,5,,,keine -> mailbox MAILBOX_INVALID
            """;

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private Clerk clerk;

    @BeforeEach
    void anOrdinaryDay() {
        county.todayIs("2026-10-12");
        clerk = new Clerk(port, credentials);
    }

    @Test
    void whatIsWrongIsSaidAtItsColumn() {
        var wrong = new ArrayList<String>();
        for (var line : WRONG_ROWS.lines().toList()) {
            var parts = line.split(" -> ", -1);
            var table = parts[0].substring(0, parts[0].indexOf(' '));
            var row = parts[0].substring(parts[0].indexOf(' ') + 1).strip();
            var answer = handsIn("admin", table, header(table) + "\n" + row + "\n");
            var result = Clerk.read(answer).path("results").path(0);
            var said = result.path("field").asText() + " " + result.path("code").asText();
            if (!said.equals(parts[1].strip())
                    || !result.path("message").asText().matches("(?s).*\\p{IsHan}.*。")) {
                wrong.add(line + " : " + answer.status() + " " + result);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRowThatContradictsAnEarlierOneIsRefusedAndOneThatRepeatsItIsToldApart() {
        var report = Clerk.read(handsIn("admin", "unit-aliases", """
                alias,unit_code
                新简称,emb
                新简称,emb
                新简称,office
                """));

        assertThat(report.path("results"))
                .extracting(row ->
                        row.path("outcome").asText() + " " + row.path("code").asText())
                .containsExactly("ACCEPTED NEW", "DUPLICATE DUPLICATE_EXACT", "REJECTED KEY_TWICE");
        assertThat(report.path("results").get(1).path("duplicateOf").path("row").asInt())
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutARequiredColumnIsRefusedAsAWhole() {
        var answer = handsIn("admin", "units", "编码,单位名称,电话\nsome,某局,123\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Clerk.read(answer).path("code").asText()).isEqualTo("UNKNOWN_HEADERS");
        assertThat(answer.body()).contains("类别、区划代码", "电话");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just a text", "1,2,3\n4,5,6", "<html>", "\"open", "\n\n\n"})
    void whatIsNoTableIsRefusedAsAWhole(String content) {
        var answer = handsIn("admin", "users", content);

        assertThat(Refusal.faultOf(answer, "file")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "safety-061",
                "principal-061",
                "inspector-xiangyu",
                "head-xiangyu",
                "office1",
                "leader1",
                "auditor1",
                "clerk1",
                "expert1"
            })
    void onlyTheAdministratorMay(String person) {
        var before = TheRecord.of(jdbc);
        for (var table : TABLES) {
            assertThat(handsIn(person, table, header(table) + "\n").status())
                    .as(table)
                    .isEqualTo(403);
            assertThat(clerk.get(person, "/api/v1/master-data/" + table + ".xlsx")
                            .status())
                    .as(table)
                    .isEqualTo(403);
        }
        assertThat(clerk.browser(person).page("/admin/master-data").status()).isEqualTo(403);
        assertThat(clerk.browser(person).page("/").body()).doesNotContain("\"/admin/master-data\"");
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @Test
    void nobodyElseSeesWhatBecameOfIt() {
        var id = Clerk.read(handsIn("admin", "unit-aliases", "alias,unit_code\n新简称,emb\n"))
                .path("id")
                .asText();

        assertThat(clerk.get("admin", "/api/v1/imports/" + id).status()).isEqualTo(200);
        assertThat(clerk.get("office1", "/api/v1/imports/" + id).status()).isEqualTo(403);
        assertThat(clerk.get("office1", "/api/v1/imports/" + id + "/rejected").status())
                .isEqualTo(403);
        assertThat(clerk.browser("office1").page("/imports").body()).doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource({"hazards, 404", "ledger, 404", "Users, 404", "users%20, 404"})
    void anotherTableDoesNotExist(String table, int status) {
        assertThat(handsIn("admin", table, "a,b\n").status()).isEqualTo(status);
        assertThat(handsIn("office1", table, "a,b\n").status()).isEqualTo(status);
    }

    @Test
    void thePageLeadsThroughTheOrder() {
        var page = clerk.browser("admin").page("/admin/master-data").body();

        assertThat(page)
                .containsSubsequence("区划", "单位", "单位简称", "行业", "企业", "人员")
                .contains("/api/v1/master-data/enterprises.xlsx", "统一社会信用代码*", "aria-current");
    }

    private Answer handsIn(String person, String table, String csv) {
        var upload = Upload.empty()
                .text("dryRun", "true")
                .file("file", "table.csv", csv.getBytes(UTF_8))
                .bytes();
        return clerk.api(person, "POST", "/api/v1/master-data/" + table, upload, "Content-Type", Upload.TYPE);
    }

    private static String header(String table) {
        return switch (table) {
            case "regions" -> "code,name,kind,aliases";
            case "units" -> "code,name,kind,region_code,industries,mailbox";
            case "unit-aliases" -> "alias,unit_code";
            case "industries" -> "code,name,supervising_unit_code,high_risk";
            case "enterprises" ->
                "credit_code,name,former_names,region_code,industry_code,risk_grade,address,employees,principal_user,safety_user,mailbox";
            default -> "user_id,display_name,email,unit_or_enterprise,roles";
        };
    }
}
