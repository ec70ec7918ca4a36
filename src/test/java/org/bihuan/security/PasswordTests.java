package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.organisation.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing the own password, and what an administrator may do about others' in the sample county. */
@CountyTest
class PasswordTests {
    private static final String PERSON = "inspector-huayuan"; // logs in nowhere else in these tests
    private static final String OLD = "das-alte-Wort-2026";
    private static final String NEW = "das-neue-Wort-2026";

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void givePassword() {
        credentials.set(PersonId.of(PERSON), OLD);
    }

    @AfterEach
    void forgetFailures() {
        jdbc.sql("delete from login_failure where account = :person")
                .param("person", PERSON)
                .update();
        jdbc.sql("update person set active = true where id = :person")
                .param("person", PERSON)
                .update();
    }

    @Test
    void aChangedPasswordOpensAndEveryOtherLoginEnds() {
        var here = Browser.at(port).login(PERSON, OLD);
        var elsewhere = Browser.at(port).login(PERSON, OLD);

        assertThat(change(here, OLD, NEW, NEW).header("Location")).endsWith("/password");
        assertThat(here.page("/password").body()).contains("密码已修改").doesNotContain("??");
        assertThat(here.page("/").status()).isEqualTo(200);
        assertThat(elsewhere.page("/").header("Location")).endsWith("/login");
        assertThat(Browser.at(port).tryLogin(PERSON, OLD).header("Location")).endsWith("/login?wrong");
        Browser.at(port).login(PERSON, NEW);
        assertThat(events()).contains("CHANGED");
    }

    @ParameterizedTest
    @CsvSource({
        "falsch-falsch, Neues-Wort-26, Neues-Wort-26, 现在的密码不正确",
        "'', Neues-Wort-26, Neues-Wort-26, 请填写“现在的密码”",
        "das-alte-Wort-2026, '', '', 请填写“密码”",
        "das-alte-Wort-2026, kurz-26, kurz-26, 至少8个字符",
        "das-alte-Wort-2026, Neues-Wort-26, Neues-Wort-27, 两次输入的新密码不一致",
        "das-alte-Wort-2026, das-alte-Wort-2026, das-alte-Wort-2026, 不能与原密码相同",
        "das-alte-Wort-2026, inspector-HUAYUAN-1, inspector-HUAYUAN-1, 不能是用户名",
        "das-alte-Wort-2026, 20260924, 20260924, 太容易被猜到",
        "das-alte-Wort-2026, abababababab, abababababab, 太容易被猜到",
        "das-alte-Wort-2026, Bihuan-demo-2026, Bihuan-demo-2026, 太容易被猜到",
        "das-alte-Wort-2026, 一二三四五六七八九十一二三四五六七八九十一二三四五, 一二三四五六七八九十一二三四五六七八九十一二三四五, 最多72个字母"
    })
    void whatIsWrongIsSaidAtItsFieldAndNothingChanges(String current, String wanted, String repeated, String said) {
        var person = Browser.at(port).login(PERSON, OLD);

        var answer = change(person, current, wanted, repeated);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(said).doesNotContain("??");
        Browser.at(port).login(PERSON, OLD);
    }

    @Test
    void wrongPresentPasswordsAreCountedAsAtTheLogin() {
        var person = Browser.at(port).login(PERSON, OLD);
        for (int i = 0; i < 5; i++) {
            change(person, "falsch-falsch-" + i, NEW, NEW);
        }

        assertThat(change(person, OLD, NEW, NEW).body()).contains("15分钟内不能修改");
        assertThat(Browser.at(port).tryLogin(PERSON, OLD).header("Location")).endsWith("/login?locked");
        assertThat(events()).contains("LOCKED");
    }

    @Test
    void nobodyChangesAPasswordWithoutTheTokenOrALogin() {
        var person = Browser.at(port).login(PERSON, OLD);

        assertThat(person.form("/password", "current", OLD, "password", NEW, "repeat", NEW)
                        .status())
                .isEqualTo(403);
        assertThat(Browser.at(port).page("/password").header("Location")).endsWith("/login");
    }

    @Test
    void inTheSampleCountyAResetPasswordLastsAndForcesNothing() {
        var answer = Browser.at(port).json("POST", reset(PERSON), "admin", "Bihuan-demo-2026", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var given = answer.body().replaceFirst("(?s).*\"password\":\"([^\"]+)\".*", "$1");
        assertThat(Browser.at(port).login(PERSON, given).page("/").status()).isEqualTo(200);
        assertThat(Browser.at(port).login(PERSON, given).page("/").status()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsResetAndNeitherThemselvesNorClosedAccounts() {
        assertThat(post(reset(PERSON), "office1").status()).isEqualTo(403);
        assertThat(post(reset("nobody-at-all"), "admin").status()).isEqualTo(404);
        assertThat(post(reset("admin"), "admin").body()).contains("\"code\":\"OWN_PASSWORD_IS_CHANGED\"");
        assertThat(Browser.at(port)
                        .login("office1", "Bihuan-demo-2026")
                        .page("/admin/passwords")
                        .status())
                .isEqualTo(403);
        var auditor = jdbc.sql("select person from person_role where role = 'AUDITOR' limit 1")
                .query(String.class)
                .single();
        var page = Browser.at(port).login(auditor, "Bihuan-demo-2026").page("/admin/passwords");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("密码记录").doesNotContain("name=\"user\"");
    }

    @Test
    void noPasswordIsKeptReadable() {
        change(Browser.at(port).login(PERSON, OLD), OLD, NEW, NEW);

        assertThat(jdbc.sql("select credential_event::text from credential_event")
                        .query(String.class)
                        .list())
                .noneMatch(event -> event.contains(NEW) || event.contains(OLD));
    }

    @Test
    void whatHappenedToPasswordsCannotBeTakenBack() {
        assertThatThrownBy(() ->
                        jdbc.sql("update credential_event set done_by = null").update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from credential_event").update())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    private Browser.Answer change(Browser person, String current, String wanted, String repeated) {
        return person.form(
                "/password",
                "current",
                current,
                "password",
                wanted,
                "repeat",
                repeated,
                "_csrf",
                person.tokenOf("/password"));
    }

    private Browser.Answer post(String path, String user) {
        return Browser.at(port).json("POST", path, user, "Bihuan-demo-2026", "");
    }

    private static String reset(String user) {
        return "/api/v1/users/" + user + "/password-reset";
    }

    private List<String> events() {
        return jdbc.sql("select kind from credential_event where account = :person")
                .param("person", PERSON)
                .query(String.class)
                .list();
    }
}
