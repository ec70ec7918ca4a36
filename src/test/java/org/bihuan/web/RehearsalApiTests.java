package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may rehearse a day, and what an administrator does not see of it (N16, domain 7.1); and pressing for a case over HTTP. */
@CountyTest
class RehearsalApiTests {
    private static final String TOMORROW = "/api/v1/notices/rehearsal?on=2026-10-13";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    private Clerk clerk;
    private String hazard;

    @BeforeEach
    void aHazardDueTomorrow() {
        county.todayIs("2026-10-12");
        clerk = new Clerk(port, credentials);
        var safety = county.person("safety-011");
        hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).dueOn("2026-10-13"))
                .value();
    }

    @Test
    void theCommitteeOfficeSeesWhatWouldBeSentToWhomAndWhy() {
        var mails = Clerk.read(clerk.get("office1", TOMORROW)).path("items");

        assertThat(mails)
                .filteredOn(mail -> mail.path("recipient").asText().equals("safety-011"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.path("kind").asText()).isEqualTo("DIGEST");
                    assertThat(mail.path("at").asText()).isEqualTo("2026-10-13T00:30:00Z");
                    assertThat(mail.path("address").asText()).isEqualTo("safety-011@bihuan.example");
                    assertThat(mail.toString()).contains(hazard, "DUE_TODAY", "OWN_WORK");
                });
    }

    @Test
    void anAdministratorSeesTheMailsAndNoCase() {
        var body = clerk.get("admin", TOMORROW).body();

        assertThat(body).contains("safety-011@bihuan.example", "caseCount").doesNotContain("341721-");
    }

    @ParameterizedTest
    @CsvSource({"inspector-yaodu, 403", "head-yaodu, 403", "safety-011, 403", "leader1, 200"})
    void othersAreRefused(String person, int status) {
        assertThat(clerk.get(person, TOMORROW).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"''", "?on=tomorrow", "?on=2036-01-01"})
    void aDayThatIsNoneIsRefused(String query) {
        assertThat(clerk.get("office1", "/api/v1/notices/rehearsal" + query).status())
                .isEqualTo(400);
    }

    @Test
    void aSecondNudgeOfADayIsAConflict() {
        var path = "/api/v1/hazards/" + hazard + "/nudge";

        assertThat(clerk.post("safety-011", path, null).status()).isEqualTo(403);
        assertThat(clerk.post("inspector-muta", path, null).status()).isEqualTo(404);
        assertThat(clerk.post("inspector-yaodu", path, null).status()).isEqualTo(200);
        var second = clerk.post("office1", path, null);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("NUDGED_TODAY", "今天已经催办过");
    }

    @Test
    void theDetailsOfHealthAreForTheAdministratorAlone() {
        assertThat(clerk.get("admin", "/actuator/health").body()).contains("reminders", "alarms");
        assertThat(clerk.get("office1", "/actuator/health").body()).doesNotContain("alarms");
    }
}
