package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that a restore has set aside waits for a person: who may decide, and what becomes of it. */
@CountyTest
class SetAsideMailPageTests {
    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private HazardNumber hazard = HazardNumber.of("341721-100-2026-G-99999");

    /** As a restore leaves the mails of a case; only these, because all tests share one outbox. */
    @BeforeEach
    void aCaseWhoseMailsAreSetAside() {
        county.todayIs("2026-09-24");
        hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(county.person("safety-010")).dueOn("2026-10-12"));
        jdbc.sql(
                        "update mail_outbox set status = 'SKIPPED', set_aside_at = now() where hazard = :hazard and status = 'NEW'")
                .param("hazard", hazard.value())
                .update();
    }

    @Test
    void theAdministratorSeesThemAndLetsOneLeave() {
        var browser = new Clerk(port, credentials).browser("admin");
        var page = browser.page("/mail/set-aside");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(hazard.value(), "隐患交办");

        var sent = browser.form("/mail/set-aside/release", "_csrf", browser.tokenOf("/"), "key", key());

        assertThat(sent.status()).isEqualTo(302);
        assertThat(statusOf(key())).isEqualTo("NEW");
    }

    @Test
    void whatIsDroppedStaysUnsentAndIsAskedAboutNoMore() {
        var browser = new Clerk(port, credentials).browser("office1");

        browser.form("/mail/set-aside/drop", "_csrf", browser.tokenOf("/"), "key", key());

        assertThat(statusOf(key())).isEqualTo("SKIPPED");
        assertThat(browser.page("/mail/set-aside").body()).doesNotContain(key());
    }

    @Test
    void nobodyElseDecides() {
        var browser = new Clerk(port, credentials).browser("inspector-yaodu");

        assertThat(browser.page("/mail/set-aside").status()).isEqualTo(403);
        assertThat(browser.form("/mail/set-aside/release", "_csrf", browser.tokenOf("/"), "key", key())
                        .status())
                .isEqualTo(403);
        assertThat(statusOf(key())).isEqualTo("SKIPPED");
    }

    private String key() {
        return jdbc.sql("select dedup_key from mail_outbox where hazard = :hazard order by dedup_key limit 1")
                .param("hazard", hazard.value())
                .query(String.class)
                .single();
    }

    private String statusOf(String key) {
        return jdbc.sql("select status from mail_outbox where dedup_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
