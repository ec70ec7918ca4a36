package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.bihuan.shared.NotAllowed;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-77226: an administrator without login. Second hole of Camunda 7.24.0. */
@CountyTest
class SetupTakeOverTests {
    private static final String ADMIN = "/camunda/app/admin/default/";
    private static final String NEW_ADMINISTRATOR = """
            {"profile":{"id":"mallory","firstName":"M","lastName":"X","email":""},"credentials":{"password":"geheim-2026"}}""";
    private static final List<String> WAYS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup;x=1/default/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/./setup/default/user/create",
            "/camunda/api/admin//setup/default/user/create",
            "/camunda/api/admin/auth/../setup/default/user/create");

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    IdentityService identity;

    @Autowired
    IdentityRows rows;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyMakesHimselfAdministratorThroughTheSetup() {
        tryEveryWay(Browser.at(port));
        tryEveryWay(Surfing.as("inspector-xiangyu", port, credentials));
        tryEveryWay(Surfing.as("admin", port, credentials));
    }

    @Test
    void notEvenWhenTheAdministratorsGroupIsEmpty() {
        jdbc.sql("delete from act_id_membership where group_id_ = 'camunda-admin'")
                .update();
        try {
            tryEveryWay(Browser.at(port));
            tryEveryWay(Surfing.as("admin", port, credentials));
            // With the URL rules off, too: what the setup does inside.
            var mallory = identity.newUser("mallory");
            mallory.setPassword("geheim-2026");
            assertThatThrownBy(() -> identity.saveUser(mallory)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> identity.createMembership("inspector-xiangyu", "camunda-admin"))
                    .isInstanceOf(NotAllowed.class);
        } finally {
            jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('bihuan-technical', 'camunda-admin')")
                    .update();
        }
    }

    @Test
    void theTechnicalMemberIsThereAndStays() {
        assertThat(rows.hasMember("camunda-admin")).isTrue();
        assertThatThrownBy(() -> identity.deleteMembership("bihuan-technical", "camunda-admin"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> identity.deleteUser("bihuan-technical")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> identity.deleteGroup("camunda-admin")).isInstanceOf(NotAllowed.class);
    }

    private void tryEveryWay(Browser browser) {
        browser.get(ADMIN);
        for (var way : WAYS) {
            var answer = browser.camunda("POST", way, NEW_ADMINISTRATOR);
            assertThat(answer.status()).as("%s: %s", way, answer.body()).isBetween(400, 499);
        }
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }
}
