package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Objects;
import org.bihuan.County;
import org.bihuan.Nodes;
import org.bihuan.TestClock;
import org.bihuan.outside.BrowserAtHand;
import org.bihuan.outside.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ApplicationContext;

/** The morning after a due day, as the safety officer finds it: one mail, the overdue case first, and the way to it. */
@EnabledIf("org.bihuan.Chromium#isHere")
class DigestInTheMailboxTests {
    @BeforeEach
    @AfterEach
    void theClockOfTheJvm() {
        TestClock.ofThisJvm().reset();
    }

    @Test
    void theDigestLiesInTheMailboxAndItsLinkLeadsToTheCase() {
        try (var node = Nodes.ofANewCounty().startWithItsMailbox();
                var browser = new BrowserAtHand(portOf(node))) {
            var county = node.getBean(County.class);
            county.todayIs("2026-10-12");
            var safety = county.person("safety-010");
            var hazard = county.person("inspector-yaodu")
                    .registers(
                            county.aHazardAt(safety).described("三号仓库防火门闭门器缺失").dueOn("2026-10-21"));
            safety.accepts(hazard);
            try (var officer = browser.at("safety-010")) {
                officerFinds(officer, "交办");
                county.todayIs("2026-10-22");
                var digest = officerFinds(officer, "【隐患待办】");

                officer.picture("mailbox");
                digest.click();
                var mail = officer.page().frameLocator("iframe").locator("body");
                mail.waitFor();
                assertThat(mail.textContent()).containsSubsequence("已逾期", hazard.value());
                officer.picture("digest");
                assertThat(mail.locator("a[href*='" + hazard + "']").first().getAttribute("href"))
                        .contains(hazard.value());
            }
        }
    }

    /** The mail of the given words, as soon as it has been delivered. */
    private static Locator officerFinds(Visitor officer, String words) {
        var mail = officer.page().locator("tr:has-text('safety-010@bihuan.example') a:has-text('%s')".formatted(words));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            officer.goesTo("/demo/mailbox");
            return mail.count() == 1;
        });
        return mail;
    }

    private static int portOf(ApplicationContext node) {
        return Objects.requireNonNull(node.getEnvironment().getProperty("local.server.port", Integer.class));
    }
}
