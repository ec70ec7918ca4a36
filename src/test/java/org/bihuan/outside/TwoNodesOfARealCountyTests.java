package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bihuan.Browser;
import org.bihuan.TestDatabase;
import org.bihuan.TestMailServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes in {@code prod} that start first on one empty database at the same instant: whoever has logged in at one works
 * on at the other when the first is killed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesOfARealCountyTests {
    private static final String ACCOUNT = "erste";
    private static final String FIRST_PASSWORD = "zum-ersten-Mal-2026";
    private static final String OWN = "eigenes-Wort-2026";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String STATISTICS =
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @TempDir
    static Path data;

    private static PackagedApplication one;
    private static PackagedApplication other;
    private static Browser administrator;

    @BeforeAll
    static void bothStartFirst() {
        var database = TestDatabase.fresh();
        var settings = Elsewhere.at(database.url(), TestMailServer.port());
        settings.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE", "prod",
                "BIHUAN_ADMIN_USER", ACCOUNT,
                "BIHUAN_ADMIN_PASSWORD", FIRST_PASSWORD));
        one = PackagedApplication.launched(data.resolve("one"), settings);
        other = PackagedApplication.launched(data.resolve("other"), settings);
        one.awaitHealth();
        other.awaitHealth();
        administrator = Browser.at(one.at("").getPort());
    }

    @AfterAll
    static void leaveNothingRunning() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void oneOfThemHasFoundedTheCountyAndNoneShowsAPassword() {
        var founded = one.log().contains("Founded the county") ? one : other;
        var followed = founded == one ? other : one;

        assertThat(founded.log()).contains("Founded the county 341721 东至县").doesNotContain(FIRST_PASSWORD);
        assertThat(followed.log()).doesNotContain("Founded the county").doesNotContain(FIRST_PASSWORD);
    }

    @Test
    @Order(2)
    void theFirstLoginAtOneNodeForcesAChangeThatCountsAtTheOther() {
        assertThat(administrator.tryLogin(ACCOUNT, FIRST_PASSWORD).header("Location"))
                .endsWith("/password");
        var proxied = administrator.goingOnAt(other.at("").getPort());
        assertThat(proxied.page(COCKPIT).header("Location")).endsWith("/password");

        var changed =
                proxied.form("/password", "password", OWN, "repeat", OWN, "_csrf", administrator.tokenOf("/password"));

        assertThat(changed.status()).isEqualTo(302);
        assertThat(administrator.page(COCKPIT).status()).isEqualTo(200);
        assertThat(Browser.at(one.at("").getPort())
                        .tryLogin(ACCOUNT, FIRST_PASSWORD)
                        .header("Location"))
                .endsWith("/login?wrong");
    }

    @Test
    @Order(3)
    void camundasPagesAndTheirTokenWorkAcrossTheNodesAndSurviveAKill() {
        assertThat(administrator.page(COCKPIT).status()).isEqualTo(200);
        assertThat(administrator.camunda("POST", TASKS, "{}").status()).isEqualTo(200);
        var proxied = administrator.goingOnAt(other.at("").getPort());
        assertThat(proxied.camunda("POST", TASKS, "{}").status()).isEqualTo(200);

        one.kill();

        assertThat(proxied.page(COCKPIT).status()).isEqualTo(200);
        assertThat(proxied.get(STATISTICS).status()).isEqualTo(200);
        assertThat(proxied.camunda("POST", TASKS, "{}").status()).isEqualTo(200);
        assertThat(proxied.page("/").status()).isEqualTo(200);
        assertThat(proxied.form("/logout", "_csrf", proxied.tokenOf("/logout")).header("Location"))
                .endsWith("/login?goodbye");
        assertThat(proxied.page("/").header("Location")).endsWith("/login");
    }
}
