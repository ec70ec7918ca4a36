package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.outside.BrowserAtHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft from the ladder to the waste paper basket, read on a phone and printed at a desk. */
@CountyTest
@EnabledIf("org.bihuan.Chromium#isHere")
class LettersInABrowserTests {
    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Test
    void theCommitteeOfficeReadsTheDraftAndDiscardsAnotherOne() {
        county.todayIs("2026-10-12");
        var safety = county.person("safety-011");
        var hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).described("二号门卫室配电箱无门").dueOn("2026-10-21"));
        safety.accepts(hazard);
        county.todayIs("2026-11-11");
        county.sweeps();

        try (var browser = new BrowserAtHand(port)) {
            try (var office = browser.at("office1")) {
                office.goesTo("/hazards/" + hazard);
                office.page()
                        .locator("section[aria-labelledby=letters] a:has-text('督办函')")
                        .first()
                        .click();
                assertThat(office.reads("body")).contains("督办函", hazard.value());
                office.picture("letter");
            }
            try (var office = browser.onThePhone("office1")) {
                office.goesTo("/letters");
                assertThat(office.mustScrollSideways()).isFalse();
                office.picture("letters");
                office.goesTo("/hazards/" + hazard);
                assertThat(office.mustScrollSideways()).isFalse();
                var letters = office.page().locator("section[aria-labelledby=letters]");
                letters.scrollIntoViewIfNeeded();
                office.picture("case-letters");
                letters.locator("summary:has-text('弃用草稿')").click();
                letters.locator("textarea").fill("企业已口头承诺本周完成，暂不发函");
                letters.locator("button:has-text('弃用')").click();
                letters.locator("text=已弃用").first().waitFor();
            }
        }
    }
}
