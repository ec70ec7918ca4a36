package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.outside.BrowserAtHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Three working days late, the leader of the unit finds his 督办 in Tasklist; here, because the day has to come first. */
@CountyTest
@EnabledIf("org.bihuan.Chromium#isHere")
class SupervisionInTasklistTests {
    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Test
    void theLeaderInstructsAndTheEnterpriseReadsIt() {
        county.todayIs("2026-10-12");
        var safety = county.person("safety-010");
        var hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).described("三号仓库防火门闭门器缺失").dueOn("2026-10-21"));
        safety.accepts(hazard);
        county.todayIs("2026-10-26");
        county.timerFires(hazard);

        try (var browser = new BrowserAtHand(port)) {
            try (var head = browser.at("head-yaodu")) {
                head.opens(hazard.value());
                assertThat(head.reads(".bh-form")).contains("逾期已达督办级", "不答复的将上报上一级");
                head.takes();
                head.chooses("INSTRUCTION");
                head.page().fill("#bh-opinion", "三日内整改到位，每日报进度。");
                head.page().fill("#bh-quiet", "2026-11-02");
                head.picture("supervise");
                head.completes();
            }
            try (var enterprise = browser.at("safety-010")) {
                enterprise.goesTo("/hazards/" + hazard);
                assertThat(enterprise.reads("main")).contains("督办", "批示：三日内整改到位，每日报进度。");
                assertThat(enterprise.reads("main")).doesNotContain("可以办理"); // overdue: nothing is left to ask for
                enterprise.picture("supervised");
            }
        }
        assertThat(county.openTasks(hazard)).containsExactly("rectify");
    }
}
