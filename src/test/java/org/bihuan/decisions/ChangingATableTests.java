package org.bihuan.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.TestClock;
import org.bihuan.deadline.ClockKind;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.security.Credentials;
import org.bihuan.shared.Conflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A county changes its terms: for new cases, with a reason, one change after the other, and across upgrades. */
@CountyTest
class ChangingATableTests {
    private static final int VERIFY_GENERAL = 5;

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    @Autowired
    DecisionVersions versions;

    @Autowired
    Credentials credentials;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TablesBeforeThePortOpens start;

    @Autowired
    DecisionDesk desk;

    @Autowired
    Statements statements;

    private Tables tables;

    @BeforeEach
    void atTheDesk() {
        tables = new Tables(port, versions, credentials, transaction);
        county.todayIs("2026-09-21");
    }

    @AfterEach
    void asBefore() {
        county.todayIs("2026-01-01"); // so that what is restored rules the cases of all other tests
        tables.restore();
    }

    /** VERIFY for generals: 5 working days ship; the county makes it 8. */
    private byte[] longerVerification() {
        return tables.copy("deadline")
                .output(VERIFY_GENERAL, 1, "8")
                .source(VERIFY_GENERAL, "县安委〔2026〕12号")
                .file();
    }

    @Test
    void aChangedTermIsForNewCasesAndLeavesOldOnesAlone() {
        var waiting = reported();
        var accepted = registered();
        assertThat(county.presentClock(waiting).dueOn()).hasToString("2026-09-29");
        clock.advance(Duration.ofMinutes(5));

        var office = tables.at("office1");
        var draft = Tables.draftOf(Tables.handsIn(office, "deadline.dmn", longerVerification()));
        var preview = office.page(draft).body();
        assertThat(preview)
                .contains("核对通过，尚未启用", waiting.value(), "2026-09-29到期", "2026-10-09到期", "县安委〔2026〕12号")
                .doesNotContain(accepted.value()); // its clocks are not of the changed row
        assertThat(tables.inForce("deadline").origin()).isEqualTo(Origin.SHIPPED);

        var shipped = tables.inForce("deadline").version();
        var confirmed = Tables.confirms(office, draft, "县安委会第三次会议纪要");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(302);
        var version = tables.inForce("deadline");
        assertThat(version.origin()).isEqualTo(Origin.COUNTY);
        assertThat(version.reason()).isEqualTo("县安委会第三次会议纪要");
        assertThat(office.page("/decisions/deadline").body())
                .contains("第" + version.version() + "版", "县安委会第三次会议纪要", "县安委〔2026〕12号");
        assertThat(office.get("/decisions/deadline/versions/" + (version.version() - 1) + ".dmn")
                        .body())
                .doesNotContain("县安委〔2026〕12号");

        clock.advance(Duration.ofMinutes(5));
        var fresh = reported();
        report(accepted);
        assertThat(county.presentClock(waiting).dueOn()).as("a running clock").hasToString("2026-09-29");
        assertThat(county.presentClock(accepted).dueOn())
                .as("a later clock of an old case")
                .hasToString("2026-09-29");
        assertThat(county.presentClock(fresh).dueOn()).as("a new case").hasToString("2026-10-09");
        assertThat(office.page("/hazards/" + accepted).body()).contains("期限表第" + shipped + "版");
        assertThat(office.page("/hazards/" + fresh).body()).contains("期限表第" + version.version() + "版");
    }

    @Test
    void aChangedLimitOfExtensionsIsTriedOnEveryOpenCaseOfItsGrade() {
        var number = registered();
        var office = county.person("office1").person();
        var draft =
                desk.handIn(tables.copy("extension-limits").output(1, 2, "20").file(), office);

        assertThat(desk.differences(draft).first()).anySatisfy(line -> {
            assertThat(line.number()).isEqualTo(number.value());
            assertThat(line.before()).contains("每次最多（自然日）为15");
            assertThat(line.after()).contains("每次最多（自然日）为20");
        });
    }

    @Test
    void anotherRouteSaysWhoWouldHaveFollowedWhichCase() {
        var number = registered();
        var office = county.person("office1").person();
        var draft = desk.handIn(
                tables.copy("routing").output(1, 1, "\"INDUSTRY_UNIT\"").file(), office);

        assertThat(desk.differences(draft).first())
                .anySatisfy(line -> assertThat(line.number()).isEqualTo(number.value()));
    }

    @Test
    void anOldVersionComesBackAsTheNextOne() {
        tables.put("deadline", Origin.COUNTY, longerVerification());
        var changed = tables.inForce("deadline");
        var office = tables.at("office1");

        var answer = office.form(
                "/decisions/deadline/versions/" + (changed.version() - 1) + "/again",
                "_csrf",
                office.tokenOf("/decisions"));
        var confirmed = Tables.confirms(office, Tables.draftOf(answer), "恢复");

        assertThat(confirmed.status()).isEqualTo(302);
        assertThat(tables.inForce("deadline").version()).isEqualTo(changed.version() + 1);
        assertThat(tables.inForce("deadline").sha256()).isEqualTo(versions.hash(versions.shippedFile("deadline")));
    }

    @Test
    void aPreviewMadeBeforeAnotherChangeCannotBeConfirmed() {
        var office = tables.at("office1");
        var draft = Tables.draftOf(Tables.handsIn(office, "deadline.dmn", longerVerification()));
        tables.put(
                "deadline",
                Origin.COUNTY,
                tables.copy("deadline").output(1, 1, "3").file());
        var present = tables.inForce("deadline");

        assertThat(office.page(draft).body()).contains("已有人启用了这张表的新版本").doesNotContain("name=\"reason\"");
        var refused = Tables.confirms(office, draft, "再试一次");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("您预览之后，已有人启用了这张表的新版本");
        assertThat(tables.inForce("deadline")).isEqualTo(present);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneWins() throws Exception {
        var office = county.person("office1").person();
        var first = desk.handIn(longerVerification(), office);
        var second = desk.handIn(tables.copy("deadline").output(1, 1, "3").file(), office);
        var before = tables.inForce("deadline").version();
        var together = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var answers = List.of(first, second, first).stream()
                    .map(draft -> threads.submit((Callable<Boolean>) () -> {
                        together.await();
                        return confirms(draft);
                    }))
                    .toList();
            together.countDown();
            var won = 0;
            for (var answer : answers) {
                won += answer.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(tables.inForce("deadline").version()).isEqualTo(before + 1);
    }

    private boolean confirms(Draft draft) {
        try {
            desk.confirm(draft.id(), "同时确认", county.person("office1").person());
            return true;
        } catch (Conflict late) {
            return false;
        }
    }

    @Test
    void aStartLeavesTheCountysTableInForceWhateverShips() {
        tables.put("deadline", Origin.COUNTY, longerVerification());
        var present = tables.inForce("deadline");

        start.start();
        startsOf("60");

        assertThat(tables.inForce("deadline")).isEqualTo(present);
    }

    @Test
    void aTableTheCountyNeverChangedFollowsTheProduct() {
        var before = tables.inForce("deadline").version();

        startsOf("60");
        assertThat(tables.inForce("deadline").version()).isEqualTo(before + 1);

        start.start(); // the older release, on another node: what ruled before does not come back by itself
        assertThat(tables.inForce("deadline").version()).isEqualTo(before + 1);
    }

    @Test
    void aTableOfTheCountyThatNoLongerFitsIsReplacedAndSaidSo() {
        tables.put("ladder", Origin.COUNTY, tables.copy("ladder").remove(4).file()); // no rung on the due day any more

        start.start();

        assertThat(tables.inForce("ladder").origin()).isEqualTo(Origin.FALLBACK);
        assertThat(tables.at("office1").page("/decisions").body()).contains("系统升级后，本县原来的表缺少新版本需要的内容");
    }

    /** A later release starts that ships another term for majors. */
    private void startsOf(String days) {
        var shipped = EditedTable.of(versions.shippedFile("deadline"))
                .output(4, 1, days)
                .file();
        transaction.executeWithoutResult(status -> start.bringIntoLine("deadline", shipped));
    }

    @Test
    void aPreviewCostsTheSameHoweverManyCasesThereAre() {
        var office = county.person("office1").person();
        var draft = desk.handIn(longerVerification(), office);
        reported();
        var few = statements.of(() -> desk.differences(draft)).size();
        reported();
        reported();

        assertThat(desk.differences(draft).cases()).isGreaterThanOrEqualTo(3);
        assertThat(statements.of(() -> desk.differences(draft))).hasSize(few);
    }

    @Test
    void aChangedLadderSaysWhichRungsDiffer() {
        var waiting = reported();
        var ladder = tables.copy("ladder");
        var draft = desk.handIn(
                ladder.output(8, 1, "\"+6\"").file(), county.person("office1").person());

        var differences = desk.differences(draft);

        assertThat(differences.first())
                .as("an ACCEPT rung is no matter of a case that waits for its verification")
                .noneSatisfy(line -> assertThat(line.number()).isEqualTo(waiting.value()));
        var assigned = registered();
        assertThat(desk.differences(draft).first()).anySatisfy(line -> {
            assertThat(line.number()).isEqualTo(assigned.value());
            assertThat(line.before()).contains("+5 ");
            assertThat(line.after()).contains("+6 ");
        });
    }

    @Test
    void theLadderOfARunningClockStaysAsItWas() {
        var number = registered();
        clock.advance(Duration.ofMinutes(5));
        tables.put(
                "ladder",
                Origin.COUNTY,
                tables.copy("ladder").output(8, 1, "\"+60\"").file());

        county.todayIs("2026-11-02"); // far behind +5: an endless series has begun
        county.sweeps();

        assertThat(county.firedRungs(number, ClockKind.ACCEPT))
                .as("after +5 comes +10, as when the case was registered")
                .anySatisfy(rung -> assertThat(rung).startsWith("+5 "))
                .anySatisfy(rung -> assertThat(rung).startsWith("+10 "));
    }

    private HazardNumber registered() {
        var inspector = county.person("inspector-yaodu");
        return inspector.registers(county.aHazardAt(county.person("safety-010")).dueOn("2026-10-08"));
    }

    private HazardNumber reported() {
        var number = registered();
        report(number);
        return number;
    }

    private void report(HazardNumber number) {
        var enterprise = county.person("safety-010");
        if (county.runningClocks(number).contains(ClockKind.ACCEPT)) {
            enterprise.accepts(number);
        }
        enterprise.rectifies(number);
    }
}
