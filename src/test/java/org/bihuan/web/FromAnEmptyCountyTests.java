package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.Bihuan;
import org.bihuan.TestDatabase;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
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

    private ConfigurableApplicationContext application;
    private Clerk clerk;
    private Organisation organisation;
    private JdbcClient jdbc;

    @BeforeAll
    void aCountyWithNobodyButItsAdministrator() throws IOException {
        var database = TestDatabase.fresh();
        application = new SpringApplicationBuilder(Bihuan.class)
                .profiles("a-real-county")
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--spring.flyway.user=" + TestDatabase.OWNER,
                        "--spring.flyway.password=" + TestDatabase.PASSWORD,
                        "--spring.mail.host=localhost",
                        "--bihuan.data-dir=" + Files.createTempDirectory(Path.of("target"), "county-"),
                        "--bihuan.background=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.webapp.enabled=false");
        var emb = UnitCode.of("emb");
        application
                .getBean(MasterData.class)
                .takeIn(
                        List.of(new Region("341721", "某县", Region.Kind.COUNTY, List.of())),
                        List.of(new Unit(emb, "某县应急管理局", Unit.Kind.BUREAU, "341721", Set.of(), null)),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(new Person(PersonId.of("admin"), "系统管理员", null, emb, null, Set.of(Role.ADMIN), true)));
        organisation = application.getBean(Organisation.class);
        jdbc = application.getBean(JdbcClient.class);
        clerk = new Clerk(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                application.getBean(Credentials.class));
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
