package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 导入台账 and 工作日历 as a browser gets them: who may open them, and what stands there. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficePagesTests {
    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    TestClock clock;

    private @Nullable Clerk loggedIn;

    @BeforeEach
    void today() {
        loggedIn = loggedIn == null ? new Clerk(port, credentials) : loggedIn;
        clock.todayIs("2026-09-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports", "/calendar"})
    void whoHasNotLoggedInIsSentToTheLogin(String page) {
        var answer = Browser.at(port).page(page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/login");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspector-xiangyu",
                "head-xiangyu",
                "safety-061",
                "principal-061",
                "leader1",
                "clerk1",
                "auditor1",
                "expert1",
                "admin"
            })
    void theImportsAreTheCommitteeOfficesAlone(String user) {
        var answer = clerk().browser(user).page("/imports");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("导入").doesNotContain("id=\"hand-in\"");
        assertThat(clerk().browser(user).page("/").body()).doesNotContain("href=\"/imports\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"office1", "head-office"})
    void theCommitteeOfficeFindsItsFormAndEveryColumnOfTheLedger(String user) {
        var page = clerk().browser(user).page("/imports");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>导入台账</h1>", "id=\"file\"", "accept=\".xlsx,.csv\"", "试导入", "正式导入")
                .contains("value=\"2026-09-29\"") // judged by today, unless said otherwise
                .contains("1 序号", "42 备注");
        assertThat(clerk().browser(user).page("/").body()).contains("href=\"/imports\"");
    }

    @Test
    void anImportHandedInStandsOnThePageWithItsNameAsText() {
        var name = "台账<script>alert(1)</script>{{7*7}}.csv";
        var upload = Upload.empty()
                .text("dryRun", "true")
                .file("file", name, "不是台账\n".getBytes(UTF_8))
                .bytes();
        clerk().api("office1", "POST", "/api/v1/imports", upload, "Content-Type", Upload.TYPE);

        var page = clerk().browser("office2").page("/imports").body();

        assertThat(page).contains("台账&lt;script&gt;alert(1)&lt;", "{{7*7}}.csv").doesNotContain("<script>alert");
        assertThat(page).contains("2026-09-29 10:00", "试导入", "文件有问题");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office1",
                "inspector-xiangyu",
                "head-xiangyu",
                "safety-061",
                "leader1",
                "clerk1",
                "auditor1",
                "admin"
            })
    void everybodySeesTheCalendar(String user) {
        var page = clerk().browser(user).page("/calendar");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("2026年工作日历", "国庆节");
    }

    @Test
    void theCalendarCountsForWhoAsks() {
        var page = clerk().browser("safety-061").page("/calendar?from=2026-09-29&days=7&kind=WORKING");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("自2026-09-29次日起7个工作日，至2026-10-14");
    }

    @Test
    void aPageIsNotKeptByWhoPassesItOn() {
        for (var page : new String[] {"/imports", "/calendar"}) {
            var answer = clerk().browser("office1").page(page);
            assertThat(answer.header("Cache-Control")).as(page).contains("no-store");
            assertThat(answer.header("Content-Security-Policy")).as(page).contains("default-src 'self'");
        }
    }

    private Clerk clerk() {
        return Objects.requireNonNull(loggedIn);
    }
}
