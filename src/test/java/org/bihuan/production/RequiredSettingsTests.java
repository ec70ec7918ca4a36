package org.bihuan.production;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {
    @Test
    void everythingThatIsMissingIsNamedAtOnceInBothForms() {
        var nothing = new MockEnvironment();
        nothing.setActiveProfiles("prod");

        assertThatThrownBy(() -> RequiredSettings.check(nothing))
                .isInstanceOf(Unfit.class)
                .hasMessageContainingAll(
                        "spring.datasource.url (SPRING_DATASOURCE_URL)",
                        "spring.datasource.username (SPRING_DATASOURCE_USERNAME)",
                        "spring.datasource.password (SPRING_DATASOURCE_PASSWORD)",
                        "spring.mail.host (SPRING_MAIL_HOST)",
                        "bihuan.base-url (BIHUAN_BASE_URL)")
                .extracting(refused -> ((Unfit) refused).cure())
                .asString()
                .contains("/run/secrets", "docs/operations");
    }

    @Test
    void whatIsCompleteIsTaken() {
        assertThatCode(() -> RequiredSettings.check(complete())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.datasource.url", "spring.mail.host", "bihuan.base-url"})
    void anEmptySettingIsNone(String setting) {
        assertThatThrownBy(() -> RequiredSettings.check(complete().withProperty(setting, " ")))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:mem:x",
        "spring.datasource.url, postgresql://db/bihuan",
        "bihuan.base-url, bihuan.example.gov.cn",
        "bihuan.base-url, http://bihuan.example.gov.cn",
        "bihuan.base-url, https://bihuan.example.gov.cn/?a=b",
        "bihuan.base-url, https://",
        "bihuan.base-url, ht tps://x",
        "server.servlet.session.cookie.secure, false",
        "camunda.bpm.webapp.csrf.enable-secure-cookie, false",
        "bihuan.demo.password, Bihuan-demo-2026"
    })
    void whatCannotBeUsedIsNamedToo(String setting, String value) {
        assertThatThrownBy(() -> RequiredSettings.check(complete().withProperty(setting, value)))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:80", "https://a.b/path"})
    void onesOwnMachineNeedsNoTls(String address) {
        assertThatCode(() -> RequiredSettings.check(complete().withProperty("bihuan.base-url", address)))
                .doesNotThrowAnyException();
    }

    @Test
    void aSampleAndARealCountyAreNeverOneNorNeither() {
        var both = complete();
        both.addActiveProfile("demo");
        var neither = complete();
        neither.setActiveProfiles("pord");

        assertThatThrownBy(() -> RequiredSettings.check(both)).isInstanceOf(Unfit.class);
        assertThatThrownBy(() -> RequiredSettings.check(neither))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("pord");
    }

    @Test
    void theSampleCountyNeedsNothing() {
        var sample = new MockEnvironment();
        sample.setActiveProfiles("demo");

        assertThatCode(() -> RequiredSettings.check(sample)).doesNotThrowAnyException();
    }

    private static MockEnvironment complete() {
        var settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db:5432/bihuan")
                .withProperty("spring.datasource.username", "bihuan")
                .withProperty("spring.datasource.password", "secret")
                .withProperty("spring.mail.host", "mail")
                .withProperty("bihuan.base-url", "https://bihuan.example.gov.cn");
        settings.setActiveProfiles("prod");
        return settings;
    }
}
