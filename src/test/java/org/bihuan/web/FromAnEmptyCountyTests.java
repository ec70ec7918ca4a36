package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.Browser.Answer;
import org.bihuan.Nodes;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.security.Credentials;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county that begins with nothing but its administrator takes all its tables in, in the order that the page names; what comes later in
 * the order may be named before it is there. Each test goes on where the one before it ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FromAnEmptyCountyTests {
    private static final Path SAMPLE = Path.of("src/main/resources/sample-county");
    private static final List<String> IN_ORDER =
            List.of("regions", "units", "unit-aliases", "industries", "enterprises", "users");
    private static final CreditCode FIRST = CreditCode.of("91341721XN22510854");

    private static final String NEW_FIRM = "91341721XN9999999T";

    private ConfigurableApplicationContext application;
    private Clerk clerk;
    private Organisation organisation;
    private JdbcClient jdbc;

    @BeforeAll
    void aCountyWithNobodyButItsAdministrator() {
        application = Nodes.ofANewCounty()
                .startReal("--bihuan.admin.user=admin", "--bihuan.admin.password=zum-ersten-Mal-2026");
        var credentials = application.getBean(Credentials.class);
        credentials.set(PersonId.of("admin"), Clerk.PASSWORD); // he has chosen one of his own by now
        organisation = application.getBean(Organisation.class);
        jdbc = application.getBean(JdbcClient.class);
        clerk = new Clerk(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class), credentials);
    }

    @AfterAll
    void close() {
        application.close();
    }

    @Test
    @Order(1)
    void theWrongOrderIsRefusedRowByRowAndChangesNothing() {
        var report = takesIn("enterprises", sample("enterprises"), false);

        assertThat(report.path("rejected").asInt()).isEqualTo(120);
        assertThat(report.path("results").get(0).path("code").asText()).isEqualTo("REGION_UNKNOWN");
        assertThat(report.path("results").get(0).path("message").asText())
                .contains("没有区划“341721100”，请先导入区划")
                .contains("没有行业“CONSTRUCTION”，请先导入行业"); // all of it at once
        assertThat(organisation.enterprises()).isEmpty();
        assertThat(logged()).isZero();
    }

    @Test
    @Order(2)
    void theTablesComeInOneAfterTheOther() {
        for (var table : IN_ORDER) {
            var rows = rowsOf(table);
            var before = logged();
            var dry = takesIn(table, sample(table), true);
            assertThat(dry.path("accepted").asInt()).as(table).isEqualTo(rows);
            assertThat(logged()).isEqualTo(before);

            var real = takesIn(table, sample(table), false);
            assertThat(real.path("accepted").asInt()).as(table).isEqualTo(rows);
            assertThat(real.path("rejected").asInt()).isZero();
            assertThat(logged() - before).isEqualTo(rows);
        }

        assertThat(organisation.regions()).hasSize(18);
        assertThat(organisation.units()).hasSize(42);
        assertThat(organisation.unitAliases()).hasSize(129);
        assertThat(organisation.industries()).hasSize(24);
        assertThat(organisation.enterprises()).hasSize(120);
        assertThat(organisation.people()).hasSize(332);
        assertThat(organisation.county().name()).isEqualTo("东至县"); // corrected by its code
    }

    @Test
    @Order(3)
    void whatWasNamedBeforeItWasThereCountsNow() {
        assertThat(organisation.unit(UnitCode.of("emb-chem")).orElseThrow().industries())
                .containsExactlyInAnyOrder("HAZCHEM", "FIREWORKS");
        assertThat(organisation.enterprises()).allSatisfy(enterprise -> {
            assertThat(enterprise.principal()).isNotNull();
            assertThat(enterprise.safetyOfficer()).isNotNull();
        });
        assertThat(jdbc.sql("select count(*) from awaited_reference")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(4)
    void theSameAgainChangesNothingAndSaysSo() {
        var before = print();
        for (var table : IN_ORDER) {
            for (var content : List.of(
                    sample(table),
                    inGbk(sample(table)),
                    clerk.bytes("admin", "/api/v1/master-data/" + table + ".xlsx"))) {
                var report = takesIn(table, content, false);

                assertThat(report.path("accepted").asInt()).as(table).isZero();
                assertThat(report.path("rejected").asInt()).as(table).isZero();
                assertThat(report.path("results"))
                        .hasSize(rowsOf(table))
                        .allSatisfy(row -> assertThat(row.path("code").asText()).isEqualTo("UNCHANGED"));
            }
        }
        assertThat(print()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void rolesReachTheEnginesMirrorAtOnce() {
        assertThat(groupsOf("inspector-xiangyu")).containsExactlyInAnyOrder("inspector", "xiangyu");

        takesIn("users", "user_id,display_name,unit_or_enterprise,roles\ninspector-xiangyu,向宇,yaodu,单位负责人\n", false);

        assertThat(groupsOf("inspector-xiangyu")).containsExactlyInAnyOrder("unit-leader", "yaodu", "yaodu-leader");
        assertThat(organisation
                        .person(PersonId.of("inspector-xiangyu"))
                        .orElseThrow()
                        .email())
                .isNotNull(); // the file had no such column
    }

    @Test
    @Order(6)
    void goodRowsAreTakenAndBadOnesComeBackAsTheyWereSentWithTheirReasons() {
        var report = takesIn("enterprises", """
                统一社会信用代码,企业名称,区划代码,行业编码,风险等级,地址,从业人数,备注
                91341721XN22510854,东至县示例新丁未建筑有限公司,341721100,CONSTRUCTION,橙,东至县尧渡镇样板路211号,212,改名
                91341721XN22510855,东至县示例假代码有限公司,341721100,CONSTRUCTION,橙,尧渡镇,12,校验位不对
                """, false);

        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("results").get(0).path("message").asText())
                .contains("企业名称由“东至县示例丁未建筑工程有限公司”改为“东至县示例新丁未建筑有限公司”");
        assertThat(organisation.enterpriseNamed("东至县示例丁未建筑工程有限公司"))
                .map(Enterprise::code)
                .contains(FIRST);
        assertThat(organisation.enterprise(FIRST).orElseThrow().principal()).isNotNull();
        var returned = new String(
                clerk.bytes("admin", "/api/v1/imports/" + report.path("id").asText() + "/rejected"), UTF_8);
        assertThat(returned)
                .contains("统一社会信用代码", "91341721XN22510855", "校验位不对", "未导入原因")
                .doesNotContain("改名");
    }

    @Test
    @Order(7)
    void theOwnAdministrationStays() {
        var report =
                takesIn("users", "user_id,display_name,unit_or_enterprise,roles\nadmin,系统管理员,emb,INSPECTOR\n", false);

        assertThat(report.path("results").get(0).path("code").asText()).isEqualTo("OWN_ADMINISTRATION");
        assertThat(organisation.holdersOf(Role.ADMIN)).hasSize(1);
    }

    @Test
    @Order(8)
    void manyPeopleComeInAtOnce() {
        var file = new StringBuilder("用户名,姓名,邮箱,所在单位,岗位\n");
        for (int number = 0; number < 5_000; number++) {
            file.append("many-%04d,大批人员,many-%04d@bihuan.example,emb,专家\n".formatted(number, number));
        }

        var report = takesIn("users", file.toString(), false);

        assertThat(report.path("accepted").asInt()).isEqualTo(5_000);
        assertThat(organisation.people()).hasSize(5_332);
    }

    @Test
    @Order(9)
    void oneByOneByHandAndTheRenamedEnterpriseIsStillFound() {
        var enterprise = Map.of(
                "creditCode", NEW_FIRM,
                "name", "东至县手工登记有限公司",
                "regionCode", "341721107",
                "industryCode", "HAZCHEM",
                "riskGrade", "red",
                "address", "香隅镇",
                "employees", 12,
                "principalUser", "hand-1");
        var added = clerk.post("admin", "/api/v1/enterprises", enterprise);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/enterprises/" + NEW_FIRM);
        assertThat(clerk.post("admin", "/api/v1/enterprises", enterprise).status())
                .isEqualTo(409);
        assertThat(organisation
                        .enterprise(CreditCode.of(NEW_FIRM))
                        .orElseThrow()
                        .principal())
                .isNull();

        var user = Map.of(
                "userId",
                "hand-1",
                "displayName",
                "手工",
                "unitOrEnterprise",
                NEW_FIRM,
                "roles",
                List.of("ENTERPRISE_PRINCIPAL", "ENTERPRISE_SAFETY"));
        assertThat(clerk.post("admin", "/api/v1/users", user).status()).isEqualTo(201);
        assertThat(organisation
                        .enterprise(CreditCode.of(NEW_FIRM))
                        .orElseThrow()
                        .principal())
                .isEqualTo(PersonId.of("hand-1"));

        var path = "/api/v1/enterprises/" + NEW_FIRM;
        var seen = Clerk.read(clerk.get("admin", path)).path("revision").asLong();
        var renamed = put(path, Map.of("name", "东至县改名后有限公司", "revision", seen));
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(Clerk.read(renamed).path("formerNames").get(0).asText()).isEqualTo("东至县手工登记有限公司");
        assertThat(Clerk.read(renamed).path("address").asText()).isEqualTo("香隅镇"); // not spoken of
        assertThat(organisation.enterpriseNamed("东至县手工登记有限公司"))
                .map(Enterprise::name)
                .contains("东至县改名后有限公司");
        var late = put(path, Map.of("name", "东至县再改名有限公司", "revision", seen));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("刚刚被他人修改");

        var before = logged();
        assertThat(put(path, Map.of("name", "东至县改名后有限公司")).status()).isEqualTo(200);
        assertThat(put("/api/v1/enterprises", Map.of("creditCode", NEW_FIRM, "employees", 12))
                        .status())
                .isEqualTo(200);
        assertThat(logged()).isEqualTo(before);
        assertThat(Refusal.faultOf(put(path, Map.of("creditCode", FIRST.value())), "creditCode"))
                .isEmpty();
        assertThat(put("/api/v1/enterprises/" + NEW_FIRM.replace('9', '8'), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(10)
    void theListFindsByAnyPartAndGoesOnBehindAPage() {
        var found = Clerk.read(clerk.get("admin", "/api/v1/enterprises?q=" + encoded("手工登记")));
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("items").get(0).path("creditCode").asText()).isEqualTo(NEW_FIRM);

        var first = Clerk.read(clerk.get("admin", "/api/v1/units?limit=40"));
        var rest = Clerk.read(clerk.get(
                "admin", "/api/v1/units?limit=40&after=" + first.path("next").asText()));
        assertThat(first.path("items").size() + rest.path("items").size()).isEqualTo(42);
        assertThat(rest.path("next").asText("")).isIn("", "null");
        assertThat(Refusal.faultOf(clerk.get("admin", "/api/v1/units?limit=0"), "limit"))
                .isEmpty();
    }

    @Test
    @Order(11)
    void thePagesAddAndCorrectOne() {
        var browser = clerk.browser("admin");
        var path = "/admin/master-data/units";
        var added = browser.form(
                path + "/new",
                "_csrf",
                browser.tokenOf(path + "/new"),
                "code",
                "weather",
                "name",
                "东至县气象局",
                "kind",
                "department",
                "regionCode",
                "341721",
                "industries",
                "ROAD",
                "industries",
                "POWER");
        assertThat(added.status()).as(added.body()).isEqualTo(302);
        assertThat(organisation.unit(UnitCode.of("weather")).orElseThrow().industries())
                .containsExactlyInAnyOrder("ROAD", "POWER");
        var page = browser.page(path + "/one?key=weather").body();
        assertThat(page).contains("value=\"东至县气象局\"", "变更记录", "checked");

        var refused = browser.form(
                path + "/one",
                "_csrf",
                browser.tokenOf(path + "/one?key=weather"),
                "revision",
                page.replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1"),
                "key",
                "weather",
                "code",
                "weather",
                "name",
                "",
                "kind",
                "department",
                "regionCode",
                "341721");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("请填写“单位名称”。", "aria-invalid=\"true\"");
        assertThat(organisation.unit(UnitCode.of("weather")).orElseThrow().name())
                .isEqualTo("东至县气象局");
        assertThat(browser.page("/admin/master-data/enterprises?q=" + encoded("手工登记"))
                        .body())
                .contains(NEW_FIRM, "东至县改名后有限公司");
        assertThat(browser.page("/admin/master-data/users/one?key=hand-1").body())
                .contains("办理离岗或调动", "发放一次性口令", "value=\"手工\"");
        assertThat(browser.page(path + "/one?key=nowhere").status()).isEqualTo(404);
    }

    @Test
    @Order(12)
    void whoChangedWhatIsThereForTheAdministratorAndTheAuditor() {
        for (var reader : List.of("admin", "auditor1")) {
            assertThat(clerk.browser(reader)
                            .page("/admin/master-data/changes?key=" + NEW_FIRM)
                            .body())
                    .contains("企业名称由“东至县手工登记有限公司”改为“东至县改名后有限公司”");
        }
        assertThat(clerk.browser("auditor1").page("/").body()).contains("/admin/master-data/changes");
        assertThat(clerk.browser("auditor1").page("/admin/master-data/users").status())
                .isEqualTo(403);
        assertThat(clerk.browser("office1").page("/admin/master-data/changes").status())
                .isEqualTo(403);
        assertThatThrownBy(() ->
                        jdbc.sql("update master_data_change set about = ''").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private JsonNode takesIn(String table, String csv, boolean dryRun) {
        return takesIn(table, csv.getBytes(UTF_8), dryRun);
    }

    /** As the page does it: hands in, and asks until it is done. */
    private JsonNode takesIn(String table, byte[] content, boolean dryRun) {
        var upload = Upload.empty()
                .text("dryRun", String.valueOf(dryRun))
                .file("file", table + ".csv", content)
                .bytes();
        var answer = clerk.api("admin", "POST", "/api/v1/master-data/" + table, upload, "Content-Type", Upload.TYPE);
        while (answer.status() == 202) {
            answer = clerk.get(
                    "admin", "/api/v1/imports/" + Clerk.read(answer).path("id").asText());
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Clerk.read(answer);
    }

    private Answer put(String path, Map<String, ?> body) {
        return clerk.api("admin", "PUT", path, Clerk.json(body), "Content-Type", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static byte[] sample(String table) {
        try {
            return Files.readAllBytes(SAMPLE.resolve(table + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] inGbk(byte[] utf8) {
        return new String(utf8, UTF_8).getBytes(Charset.forName("GB18030"));
    }

    private static int rowsOf(String table) {
        return (int) new String(sample(table), UTF_8).lines().skip(1).count();
    }

    private int logged() {
        return jdbc.sql("select count(*) from master_data_change")
                .query(Integer.class)
                .single();
    }

    private Map<String, String> print() {
        var print = new TreeMap<>(TheRecord.of(jdbc));
        print.keySet().removeIf(name -> name.startsWith("import_"));
        return print;
    }

    private List<String> groupsOf(String person) {
        var groups = new ArrayList<String>();
        application.getBean(IdentityService.class).createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .forEach(groups::add);
        return groups;
    }
}
