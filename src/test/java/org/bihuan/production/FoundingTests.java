package org.bihuan.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.Browser;
import org.bihuan.Nodes;
import org.bihuan.RealCounty;
import org.bihuan.demo.PostgresServer;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;

/** How a real county begins: two nodes on one empty database at the same instant, and what may not start beside or after them. */
@ExtendWith(OutputCaptureExtension.class)
class FoundingTests {
    @Test
    void oneOfThemFoundsItWithOneAdministratorAndNothingElse() {
        assertThat(rows("select person from person_role where role = 'ADMIN'"))
                .hasSize(1)
                .isSubsetOf("anna", "berta")
                .isEqualTo(rows("select first_administrator from founding"));
        assertThat(rows("select name from region")).containsExactly("东至县");
        assertThat(rows("select code || ' ' || name from unit")).containsExactly("emb 东至县应急管理局");
        assertThat(rows("select number from hazard")).isEmpty();
        assertThat(RealCounty.nodes())
                .allSatisfy(node -> assertThat(node.getBean(Organisation.class).holdersOf(Role.ADMIN))
                        .hasSize(1));
    }

    @Test
    void noBuiltInServerRuns() {
        assertThat(RealCounty.nodes()).allSatisfy(node -> {
            assertThat(node.getBeansOfType(GreenMail.class)).isEmpty();
            assertThat(node.getBeansOfType(PostgresServer.class)).isEmpty();
            assertThat(node.getBeanNamesForType(Object.class)).noneMatch(bean -> bean.startsWith("org.bihuan.demo."));
        });
    }

    @Test
    void theSessionCookieTravelsByTlsOnlyAndBehindAProxyEverythingIsHttps() {
        var login = Browser.at(RealCounty.port(0)).page("/login");
        var behindAProxy = Browser.at(RealCounty.port(0))
                .get("/", "Accept", "text/html", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "a.gov.cn");

        assertThat(login.header("Set-Cookie")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(behindAProxy.header("Location")).isEqualTo("https://a.gov.cn/login");
    }

    @Test
    void aLaterStartWithOtherSettingsChangesNothing() {
        try (var later = RealCounty.county()
                .startReal("--bihuan.admin.user=clara", "--bihuan.admin.password=ganz-anders-2026")) {
            assertThat(later.isRunning()).isTrue();
            assertThat(rows("select id from person")).doesNotContain("clara");
            assertThat(later.getBean(Organisation.class).holdersOf(Role.ADMIN)).hasSize(1);
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
        refused(RealCounty.county()::start, "a real county");
    }

    private static void refused(ThrowingCallable start, String... words) {
        assertThatThrownBy(start)
                .extracting(NestedExceptionUtils::getMostSpecificCause, THROWABLE)
                .isInstanceOf(Unfit.class)
                .hasMessageContainingAll(words);
    }

    private static List<String> rows(String sql) {
        return RealCounty.jdbc().sql(sql).query(String.class).list();
    }
}
