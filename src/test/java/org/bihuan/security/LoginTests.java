package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.organisation.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CountyTest
class LoginTests {
    private static final String PASSWORD = "eigenes-Passwort-2026";
    private static final String PERSON = "inspector-port"; // logs in nowhere else in these tests

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void givePassword() {
        credentials.set(PersonId.of(PERSON), PASSWORD);
    }

    @AfterEach
    void forgetFailures() {
        jdbc.sql("delete from login_failure").update();
        jdbc.sql("update person set active = true where id = :id")
                .param("id", PERSON)
                .update();
    }

    @Test
    void theRightPasswordOpensEverythingWithOneSession() {
        var browser = Browser.at(port).login(PERSON, PASSWORD);

        assertThat(browser.get(Browser.TASKLIST).status()).isEqualTo(200);
        assertThat(browser.camunda("GET", "/camunda/api/admin/auth/user/default", "")
                        .body())
                .contains(PERSON);
        assertThat(browser.page("/logout").body()).contains("确定要退出");
    }

    @Test
    void theLoginPageSpeaksChineseAndFitsAPhone() {
        var page = Browser.at(port).page("/login");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "lang=\"zh-CN\"",
                        "width=device-width",
                        "name=\"username\"",
                        "name=\"password\"",
                        "name=\"_csrf\"")
                .doesNotContain("??");
    }

    @Test
    void wrongNamesAndWrongPasswordsAreToldApartByNobody() {
        var wrongPassword = Browser.at(port).tryLogin(PERSON, "falsch");
        var unknown = Browser.at(port).tryLogin("nobody-at-all", "falsch");
        var malformed = Browser.at(port).tryLogin("x\u0000' or 1=1 --", "falsch");
        var tooLong = Browser.at(port).tryLogin(PERSON, PASSWORD + "x".repeat(100));

        assertThat(List.of(wrongPassword, unknown, malformed, tooLong))
                .allSatisfy(answer -> assertThat(answer.header("Location")).endsWith("/login?wrong"));
        assertThat(Browser.at(port).page("/login?wrong").body()).contains("用户名或密码不正确");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForThisAddress() {
        for (int i = 0; i < 5; i++) {
            Browser.at(port).tryLogin(PERSON, "falsch" + i);
        }

        assertThat(Browser.at(port).tryLogin(PERSON, PASSWORD).header("Location"))
                .endsWith("/login?locked");
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/health", PERSON, PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(Browser.at(port).page("/login?locked").body()).contains("15分钟");

        jdbc.sql("update login_failure set locked_until = now() - interval '1 s'")
                .update(); // time goes by
        Browser.at(port).login(PERSON, PASSWORD);
        assertThat(jdbc.sql("select count(*) from login_failure")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLockAtOneAddressLeavesTheOthersOpen() {
        jdbc.sql("""
                        insert into login_failure (account, address, failures, last_failed_at, locked_until)
                        values (:id, '10.1.2.3', 5, now(), now() + interval '15 min')""").param("id", PERSON).update();

        Browser.at(port).login(PERSON, PASSWORD);
    }

    @Test
    void mistakesOfLongAgoDoNotCount() {
        for (int i = 0; i < 4; i++) {
            Browser.at(port).tryLogin(PERSON, "falsch");
        }
        jdbc.sql("update login_failure set last_failed_at = now() - interval '16 min'")
                .update();
        Browser.at(port).tryLogin(PERSON, "falsch");

        Browser.at(port).login(PERSON, PASSWORD);
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/health", PERSON, PASSWORD)
                        .status())
                .isEqualTo(200);

        credentials.set(PersonId.of(PERSON), "ein-anderes-2026");

        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/health", PERSON, PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/health", PERSON, "ein-anderes-2026")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void provenPasswordsCostNoSecondComparison() {
        var programs = Browser.at(port);
        programs.basic("GET", "/actuator/health", PERSON, PASSWORD);

        var nanos = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            var start = System.nanoTime();
            programs.basic("GET", "/actuator/health/liveness", PERSON, PASSWORD);
            nanos.add(System.nanoTime() - start);
        }
        var best = nanos.stream().mapToLong(Long::longValue).min().orElseThrow();

        var start = System.nanoTime();
        new Passwords().match(PASSWORD, new Passwords().hash(PASSWORD));
        assertThat(best).isLessThan((System.nanoTime() - start) / 2);
    }

    @Test
    void logoutEndsTheSessionEverywhere() {
        var browser = Browser.at(port).login(PERSON, PASSWORD);
        browser.get(Browser.TASKLIST);

        var goodbye = browser.form("/logout", "_csrf", browser.tokenOf("/logout"));

        assertThat(goodbye.header("Location")).endsWith("/login?goodbye");
        assertThat(browser.camunda("GET", "/camunda/api/engine/engine/default/task", "")
                        .status())
                .isEqualTo(401);
        assertThat(browser.page("/logout").header("Location")).contains("/login");
    }

    @Test
    void afterTheLoginPeopleLandWhereTheyWereGoing() {
        var browser = Browser.at(port);
        assertThat(browser.page("/t/341721-107-2026-G-00001").header("Location"))
                .endsWith("/login");
        browser.get("/api/v1/hazards", "Accept", "application/json"); // fetched in the background meanwhile

        assertThat(browser.tryLogin(PERSON, PASSWORD).header("Location")).endsWith("/t/341721-107-2026-G-00001");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndForeignPages() {
        var browser = Browser.at(port).login(PERSON, PASSWORD);

        var set = browser.page("/login").headers().allValues("Set-Cookie");
        var first = Browser.at(port).page("/login").header("Set-Cookie");
        assertThat(set).isEmpty();
        assertThat(first).startsWith("JSESSIONID=").contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }
}
