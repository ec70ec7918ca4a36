package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One general hazard from 登记 to 销号 through the real Tasklist in a real browser, as three people, on a desk and on a phone. Leaves
 * pictures of the manual in {@code target/screenshots}.
 */
@InABrowser
class WalksThroughTasklistTests {

    /** The inspector registers, the enterprise's safety officer accepts and reports, the unit's leader judges. */
    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900", "phone, 390, 844"})
    void aHazardGoesFromRegistrationToClosure(String kind, int width, int height, WalkedCounty county) {
        String number;
        try (var inspector = county.visitor("inspector-xiangyu", kind, width, height)) {
            inspector.goesTo("/");
            inspector.picture("start");
            number = registers(inspector, kind);
        }
        String safety = county.fact(number, "$.responsibleUser");
        try (var officer = county.visitor(safety, kind, width, height)) {
            officer.opens(number);
            officer.picture("accept");
            officer.chooses("ACCEPT");
            officer.completes();
            officer.opens(number);
            officer.hands("AFTER", "switch-box-after.jpg");
            officer.page().fill("#bh-measures", "已更换配电箱箱门并上锁，清理周边可燃物。");
            officer.picture("rectify");
            officer.completes();
        }
        String leader = "head-" + county.fact(number, "$.supervisingUnit");
        try (var verifier = county.visitor(leader, kind, width, height)) {
            verifier.opens(number);
            verifier.takes();
            verifier.picture("verify");
            verifier.chooses("QUALIFIED");
            verifier.completes();
            verifier.goesTo("/hazards/" + number);
            verifier.picture("case");
            assertThat(verifier.reads("h1 .status")).contains("已销号");
            verifier.goesTo("/hazards/" + number + "/slip");
            verifier.picture("slip");
            assertThat(verifier.reads("h1")).isEqualTo("事故隐患整改通知");
            assertThat(verifier.reads("article")).doesNotContainPattern("\\d{4}/\\d"); // days as yyyy-MM-dd (U15)
            verifier.goesTo("/ledger?status=CLOSED");
            verifier.picture("ledger");
            assertThat(verifier.reads("table.rows")).contains(number);
        }
    }

    private static String registers(Visitor inspector, String kind) {
        var page = inspector.page();
        inspector.opensTheRegistration();
        inspector.choosesEnterprise("化工");
        page.fill("#bh-location", "一号车间东侧配电间");
        page.fill("#bh-description", "配电箱箱门缺失，带电部位裸露，旁边堆放纸箱等可燃物（" + kind + "）");
        inspector.hands("BEFORE", "switch-box-before.jpg");
        page.fill("#bh-due", page.locator("#bh-due").getAttribute("min"));
        inspector.picture("register");
        return inspector.handsInTheRegistration();
    }
}
