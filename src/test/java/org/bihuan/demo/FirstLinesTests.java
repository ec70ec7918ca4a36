package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bihuan.CountyTest;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a newcomer reads in the log. */
@CountyTest
class FirstLinesTests {
    @Autowired
    FirstLines firstLines;

    @Autowired
    SampleUsers users;

    @Autowired
    Organisation organisation;

    @Autowired
    Environment settings;

    @Test
    void theyNameAddressMailsDataPasswordAndAUserOfEachRole() {
        assertThat(firstLines.text())
                .contains("http://localhost:" + settings.getRequiredProperty("local.server.port"))
                .contains(settings.getRequiredProperty("spring.mail.host"))
                .contains(settings.getRequiredProperty("bihuan.data-dir"))
                .contains("Bihuan-demo-2026")
                .contains("admin ", "office1 ", "leader1 ", "clerk1 ", "auditor1 ", "expert1 ", "safety-001 ");
    }

    @Test
    void noPasswordOfTheDatabaseIsAmongThem() {
        assertThat(firstLines.text()).doesNotContain("reWriteBatchedInserts");
    }

    @Test
    void everyRoleHasAUserAndThoseOfOneTownBelongTogether() {
        var chosen = users.onePerRole();

        assertThat(chosen).containsOnlyKeys(Role.values());
        var home = Optional.ofNullable(chosen.get(Role.ENTERPRISE_SAFETY))
                .map(Person::enterprise)
                .flatMap(organisation::enterprise);
        assertThat(home.map(Enterprise::code))
                .isEqualTo(Optional.ofNullable(chosen.get(Role.ENTERPRISE_PRINCIPAL))
                        .map(Person::enterprise));
        var office =
                home.map(Enterprise::region).flatMap(organisation::officeOf).map(Unit::code);
        for (var role : List.of(Role.INSPECTOR, Role.UNIT_LEADER)) {
            assertThat(office)
                    .as(role.name())
                    .isPresent()
                    .isEqualTo(Optional.ofNullable(chosen.get(role)).map(Person::unit));
        }
    }
}
