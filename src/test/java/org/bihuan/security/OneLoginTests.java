package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.bihuan.Browser;
import org.bihuan.RealCounty;
import org.bihuan.TestClock;
import org.bihuan.organisation.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that an administrator has given: for one login, in which it is changed before anything else, on any node. */
class OneLoginTests {
    private static final String OWN = "mein-neues-Wort-7";

    private final String user = "new-" + UUID.randomUUID();
    private Browser administrator = RealCounty.administrator();

    @BeforeEach
    void hire() {
        RealCounty.hire(user, Role.INSPECTOR, true);
    }

    @AfterEach
    void resetTheClock() {
        TestClock.ofThisJvm().reset();
    }

    @Test
    void whoLogsInWithItSeesOnlyThePageThatChangesIt() {
        var given = reset();
        var person = at(0);
        var landing = person.tryLogin(user, given);

        assertThat(landing.header("Location")).endsWith("/password");
        assertThat(person.page("/password").body())
                .contains("请先修改密码", "name=\"password\"")
                .doesNotContain("??");
        for (var page :
                new String[] {"/", "/ledger", "/calendar", "/people/" + user, "/camunda/app/tasklist/default/"}) {
            assertThat(person.page(page).header("Location")).as(page).endsWith("/password");
        }
        var api = person.get("/api/v1/hazards");
        assertThat(api.status()).isEqualTo(403);
        assertThat(api.body()).contains("\"code\":\"PASSWORD_CHANGE_REQUIRED\"");
        assertThat(person.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(403);
        assertThat(person.get("/app-api/me").status()).isEqualTo(403);
        assertThat(person.form("/people/" + user, "_csrf", person.tokenOf("/password"))
                        .status())
                .isEqualTo(403);

        assertThat(change(person).status()).isEqualTo(302);
        assertThat(person.page("/").status()).isEqualTo(200);
        assertThat(person.goingOnAt(RealCounty.port(1)).page("/").status()).isEqualTo(200);
        at(1).login(user, OWN);
    }

    @Test
    void programsHearThatItMustBeChangedAndDoNotUseItUp() {
        var given = reset();

        var answer = at(1).basic("GET", "/api/v1/calendar/working-days?from=2026-09-24&plus=1", user, given);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"PASSWORD_CHANGE_REQUIRED\"");

        assertThat(at(0).tryLogin(user, given).header("Location")).endsWith("/password");
    }

    @Test
    void itServesOneLoginOnOneNode() {
        var given = reset();
        at(0).tryLogin(user, given);

        var second = at(1);
        assertThat(second.tryLogin(user, given).header("Location")).endsWith("/login?spent");
        assertThat(second.page("/login?spent").body()).contains("一次性密码");
        assertThat(second.page("/password").header("Location")).endsWith("/login");
    }

    @Test
    void afterSevenDaysItServesNoneEvenIfItWasNeverUsed() {
        var given = reset();
        TestClock.ofThisJvm().advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(at(0).tryLogin(user, given).header("Location")).endsWith("/login?spent");
    }

    @Test
    void aResetEndsEveryLoginOfThePersonOnEveryNode() {
        var person = at(0);
        person.tryLogin(user, reset());
        change(person);
        var elsewhere = at(1).login(user, OWN);
        assertThat(elsewhere.page("/").status()).isEqualTo(200);

        reset();

        assertThat(person.page("/").header("Location")).endsWith("/login");
        assertThat(elsewhere.page("/").header("Location")).endsWith("/login");
        assertThat(at(1).basic("GET", "/api/v1/calendar/working-days?from=2026-09-24&plus=1", user, OWN)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndIsTold() {
        var person = at(0);
        person.tryLogin(user, reset());
        change(person);

        RealCounty.hire(user, Role.INSPECTOR, false);

        assertThat(person.page("/").header("Location")).endsWith("/login");
        assertThat(at(0).tryLogin(user, OWN).header("Location")).endsWith("/login?closed");
        assertThat(at(0).tryLogin(user, "falsches-Wort").header("Location")).endsWith("/login?wrong");
    }

    @Test
    void theAdministratorReadsItOnceOnThePageAndTheAuditorReadsWhatHappened() {
        var page = administrator.form(
                "/admin/passwords", "user", user, "_csrf", administrator.tokenOf("/admin/passwords"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("新密码只显示这一次").containsPattern("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(administrator.page("/admin/passwords").body())
                .contains(user, "重置密码")
                .doesNotContain("新密码只显示这一次")
                .doesNotContain("??");
        assertThat(RealCounty.jdbc()
                        .sql("select kind from credential_event where account = :user")
                        .param("user", user)
                        .query(String.class)
                        .list())
                .containsExactly("RESET");
    }

    private String reset() {
        var answer = administrator.send(
                "POST",
                "/api/v1/users/" + user + "/password-reset",
                BodyPublishers.noBody(),
                "X-CSRF-TOKEN",
                administrator.tokenOf("/admin/passwords"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"validUntil\":\"");
        return answer.body().replaceFirst("(?s).*\"password\":\"([^\"]+)\".*", "$1");
    }

    private Browser.Answer change(Browser person) {
        return person.form("/password", "password", OWN, "repeat", OWN, "_csrf", person.tokenOf("/password"));
    }

    private static Browser at(int node) {
        return Browser.at(RealCounty.port(node));
    }
}
