package org.bihuan.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.Browser;
import org.bihuan.Nodes;
import org.bihuan.demo.PostgresServer;
import org.bihuan.organisation.Organisation;
import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a real county begins: two nodes on one empty database at the same instant, and what may not start beside or after them. */
@ExtendWith(OutputCaptureExtension.class)
class FoundingTests {
    private static final String PASSWORD = "zum-ersten-Mal-2026";
    private static final Nodes COUNTY = Nodes.ofANewCounty();
    private static List<ConfigurableApplicationContext> nodes = List.of();

    @BeforeAll
    static void twoNodesStartFirst() {
        var starting = Stream.of("anna", "berta")
                .map(user -> CompletableFuture.supplyAsync(
                        () -> COUNTY.startReal("--bihuan.admin.user=" + user, "--bihuan.admin.password=" + PASSWORD)))
                .toList();
        nodes = starting.stream().map(CompletableFuture::join).toList();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void oneOfThemFoundsItWithOneAdministratorAndNothingElse() {
        assertThat(rows("select id from person")).hasSize(1).isSubsetOf("anna", "berta");
        assertThat(rows("select first_administrator from founding")).isEqualTo(rows("select id from person"));
        assertThat(rows("select role from person_role")).containsExactly("ADMIN");
        assertThat(rows("select name from region")).containsExactly("东至县");
        assertThat(rows("select code || ' ' || name from unit")).containsExactly("emb 东至县应急管理局");
        assertThat(rows("select number from hazard")).isEmpty();
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(node.getBean(Organisation.class).people()).hasSize(1));
    }

    @Test
    void noBuiltInServerRuns() {
        assertThat(nodes).allSatisfy(node -> {
            assertThat(node.getBeansOfType(GreenMail.class)).isEmpty();
            assertThat(node.getBeansOfType(PostgresServer.class)).isEmpty();
            assertThat(node.getBeanNamesForType(Object.class)).noneMatch(bean -> bean.startsWith("org.bihuan.demo."));
        });
    }

    @Test
    void theSessionCookieTravelsByTlsOnlyAndBehindAProxyEverythingIsHttps() {
        var login = browser(0).page("/login");
        var behindAProxy = browser(0)
                .get("/", "Accept", "text/html", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "a.gov.cn");

        assertThat(login.header("Set-Cookie")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(behindAProxy.header("Location")).isEqualTo("https://a.gov.cn/login");
    }

    @Test
    void aLaterStartWithOtherSettingsChangesNothing() {
        try (var later = COUNTY.startReal("--bihuan.admin.user=clara", "--bihuan.admin.password=ganz-anders-2026")) {
            assertThat(later.isRunning()).isTrue();
            assertThat(rows("select id from person")).doesNotContain("clara").hasSize(1);
            assertThat(rows("select version::text from credential")).containsExactly("1");
        }
    }

    @Test
    void withoutAnAdministratorAnEmptyDatabaseStaysShutAndAnotherKindOfCountyToo(CapturedOutput log) {
        var empty = Nodes.ofANewCounty();

        refused(empty::startReal, "bihuan.admin.user (BIHUAN_ADMIN_USER)", "bihuan.admin.password");
        assertThat(log.toString())
                .contains("BIHUAN_ADMIN_PASSWORD", "APPLICATION FAILED TO START")
                .doesNotContain("\tat org.");

        refused(
                () -> empty.startReal("--bihuan.admin.user=admin", "--bihuan.admin.password=Admin-1"),
                "bihuan.admin.password",
                "PASSWORD_TOO_SHORT");
        refused(COUNTY::start, "a real county");
    }

    private static void refused(ThrowingCallable start, String... words) {
        assertThatThrownBy(start)
                .extracting(NestedExceptionUtils::getMostSpecificCause, THROWABLE)
                .isInstanceOf(Unfit.class)
                .hasMessageContainingAll(words);
    }

    private static Browser browser(int node) {
        return Browser.at(nodes.get(node).getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static List<String> rows(String sql) {
        return nodes.get(0)
                .getBean(JdbcClient.class)
                .sql(sql)
                .query(String.class)
                .list();
    }
}
