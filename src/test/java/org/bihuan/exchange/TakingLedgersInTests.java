package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.NotAllowed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Ledgers kept before, on their way into ours, and out again. */
@CountyTest
class TakingLedgersInTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final LedgerQuery ALL = new LedgerQuery(
            Set.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            LedgerQuery.Sort.NUMBER,
            false,
            200,
            null);

    @Autowired
    ImportDesk desk;

    @Autowired
    LedgerOut ledgerOut;

    @Autowired
    County county;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void committeeOffice() {
        as("office1");
        county.todayIs("2026-11-20");
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLedgerIsTakenInOnceAndItsOpenRowsRun() throws IOException {
        var first = handIn("ledger-stock-2023.csv", false);
        assertThat(first.accepted()).isEqualTo(60);
        var open = first.results().stream()
                .filter(row -> row.outcome() == RowResult.Outcome.ACCEPTED)
                .map(row -> HazardNumber.of(Objects.requireNonNull(row.number())))
                .filter(number -> county.hazard(number).status().isOpen())
                .toList();
        assertThat(open).hasSize(9).allSatisfy(number -> {
            assertThat(county.openTask(number)).isNotNull();
            assertThat(county.logIsUntouched(number)).isTrue();
        });

        var again = handIn("ledger-stock-2023.csv", false);
        assertThat(again.accepted()).isZero();
        assertThat(again.results()).extracting(RowResult::code).contains("DUPLICATE_IN_LEDGER");
    }

    @Test
    void overdueRowsStandAsOneIncidentEach() throws IOException {
        handInText("企业名称,隐患描述,隐患级别,检查日期,整改期限,隐患地点\n" + enterprise() + ",安全出口被货物堵塞,一般,2026-10-01,2026-10-15,北仓库\n");
        county.sweeps();

        var number = onlyAt("北仓库");
        assertThat(county.hazard(number).status()).isEqualTo(Status.RECTIFYING);
        assertThat(county.hazard(number).dueDates().originalDueOn()).isEqualTo("2026-10-15");
        assertThat(county.overdueIncidents(number)).isEqualTo(1);
    }

    @Test
    void aReportedRowWaitsForItsVerdictFromTheDayOfTheImport() throws IOException {
        handInText("企业名称,隐患描述,隐患级别,检查日期,整改期限,隐患地点,整改完成日期\n" + enterprise()
                + ",应急照明损坏,一般,2026-10-08,2026-10-20,南仓库,2026-10-18\n");

        var number = onlyAt("南仓库");
        assertThat(county.hazard(number).status()).isEqualTo(Status.SUBMITTED);
        assertThat(county.openTask(number)).isEqualTo("verify");
        assertThat(county.presentClock(number).dueOn()).isEqualTo("2026-11-27"); // 5 WD
    }

    @Test
    void aDryRunStoresNoHazard() throws IOException {
        var before = hazards();
        var report = handIn("ledger-2026.xlsx", true);
        assertThat(report.accepted()).isEqualTo(298);
        assertThat(report.rejected()).isEqualTo(12);
        assertThat(report.duplicates()).isEqualTo(10);
        assertThat(hazards()).isEqualTo(before);
    }

    @Test
    void whatIsNearlyTwiceThereWaitsForAPerson() throws IOException {
        var report = handInText("企业名称,隐患描述,隐患级别,检查日期,隐患地点\n"
                + enterprise() + ",三号货梯底坑积水未清理，警示标志缺失,一般,2026-10-08,三号货梯\n"
                + enterprise() + ",三号货梯底坑积水未清理，警示标志缺少,一般,2026-10-09,三号货梯\n");
        assertThat(report.results()).extracting(RowResult::code).contains("DUPLICATE_NEAR");

        var batch = desk.get(report.id());
        desk.decide(batch, List.of(Map.of("row", 3, "decision", "TAKE")));

        assertThat(desk.report(desk.get(report.id())).accepted()).isEqualTo(2);
        assertThatThrownBy(() -> desk.decide(batch, List.of(Map.of("row", 3, "decision", "DROP"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anExportTakenInAgainChangesNothing() throws IOException {
        handInText("企业名称,隐患描述,隐患级别,检查日期,隐患地点,责任人电话\n" + enterprise() + ",=1+1配电箱无盖,一般,2026-10-08,西仓库,13800001234\n");
        var before = hazards();
        var file = new ByteArrayOutputStream();
        ledgerOut.write(ALL, "", organisation.person(PersonId.of("office1")).orElseThrow(), file);

        var report = desk.report(desk.get(desk.handIn("export.xlsx", file.toByteArray(), Map.of(), PATIENCE)));

        assertThat(report.accepted()).isZero();
        assertThat(report.rejected()).isZero();
        assertThat(report.duplicates()).isEqualTo(before);
        assertThat(hazards()).isEqualTo(before);
    }

    @Test
    void rejectedRowsGoBackWithTheirReason() throws IOException {
        var report = handInText("企业名称,隐患描述,隐患级别,检查日期\n" + enterprise() + ",消火栓无水,严重,2026-10-08\n");
        var file = new ByteArrayOutputStream();

        desk.writeRejected(desk.get(report.id()), file);

        assertThat(file.toString(StandardCharsets.UTF_8)).contains("消火栓无水").contains("严重");
    }

    @Test
    void onlyTheCommitteeOfficeTakesLedgersIn() {
        as("inspector-yaodu");
        assertThatThrownBy(() -> handIn("ledger-stock-2023.csv", true)).isInstanceOf(NotAllowed.class);
    }

    private static void as(String user) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null, List.of()));
    }

    private ImportReport handIn(String name, boolean dryRun) throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/ledgers/" + name))) {
            var id = desk.handIn(
                    name,
                    file.readAllBytes(),
                    Map.of("dryRun", String.valueOf(dryRun), "asOf", "2026-11-20", "mapping", mappingOf(name)),
                    PATIENCE);
            return desk.report(desk.get(id));
        }
    }

    /** Headers that a person had to assign, as the expected file of the ledger says. */
    private String mappingOf(String name) throws IOException {
        var expected = name.substring(0, name.lastIndexOf('.')) + ".expected.json";
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/ledgers/" + expected))) {
            var unlisted = new ObjectMapper().readTree(file).get("unlisted_headers");
            return unlisted == null ? "" : unlisted.toString();
        }
    }

    private ImportReport handInText(String csv) throws IOException {
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)).readAllBytes();
        return desk.report(desk.get(desk.handIn("ledger.csv", bytes, Map.of(), PATIENCE)));
    }

    private String enterprise() {
        return organisation.enterprises().get(30).name();
    }

    private HazardNumber onlyAt(String location) {
        return HazardNumber.of(jdbc.sql("select number from hazard where location = :location")
                .param("location", location)
                .query(String.class)
                .single());
    }

    private long hazards() {
        return jdbc.sql("select count(*) from hazard").query(Long.class).single();
    }
}
