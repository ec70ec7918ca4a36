package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.deadline.ClockKind;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.Verdict;
import org.bihuan.security.Credentials;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves or moves: what lay open with him lies with others afterwards, and his account is closed (P8, T25, S1). */
@CountyTest
class DepartureTests {
    private static final List<String> PEOPLE =
            List.of("safety-072", "principal-072", "inspector-guangang", "head-guangang");

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Organisation organisation;

    @Autowired
    Credentials credentials;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Clerk clerk;
    private County.Actor inspector;
    private County.Actor head;
    private County.Actor safety;
    private County.Actor principal;
    private Enterprise firm;

    @BeforeEach
    void thePeople() {
        county.todayIs("2026-10-12");
        clerk = new Clerk(port, credentials);
        inspector = county.person("inspector-guangang");
        head = county.person("head-guangang");
        safety = county.person("safety-072");
        principal = county.person("principal-072");
        firm = organisation
                .enterprise(Objects.requireNonNull(safety.person().enterprise()))
                .orElseThrow();
    }

    /** As the county of the other tests knows them. */
    @AfterEach
    void everybodyIsBackInHisPlace() {
        for (var person : List.of(inspector, head, safety, principal)) {
            var id = person.id().value();
            clerk.api("admin", "POST", "/api/v1/users/" + id + "/return", new byte[0]);
            var home = person.person().unit() != null
                    ? person.person().unit().value()
                    : firm.code().value();
            var roles = person.person().roles().stream().map(Enum::name).toList();
            var back = put("/api/v1/users/" + id, Map.of("unitOrEnterprise", home, "roles", roles));
            if (back.status() != 200) {
                leaves(id, Map.of("unitOrEnterprise", home, "roles", roles));
            }
        }
        assertThat(put(
                                "/api/v1/enterprises/" + firm.code(),
                                Map.of("principalUser", "principal-072", "safetyUser", "safety-072"))
                        .status())
                .isEqualTo(200);
        PEOPLE.forEach(id -> assertThat(organisation.person(PersonId.of(id)).orElseThrow())
                .isIn(inspector.person(), head.person(), safety.person(), principal.person()));
    }

    private HazardNumber assigned() {
        return inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
    }

    private HazardNumber reported() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.rectifies(hazard);
        return hazard;
    }

    @Test
    void theSafetyOfficersWorkPassesToThePrincipalAndHisAccountIsClosed() {
        var waiting = assigned();
        var running = assigned();
        safety.accepts(running);
        var dueOn = county.presentClock(running).dueOn();
        var session = clerk.browser("safety-072");
        assertThat(session.page("/").status()).isEqualTo(200);
        var preview = Clerk.read(clerk.get("admin", "/api/v1/users/safety-072/departure"));
        assertThat(preview.path("responsible").asInt()).isEqualTo(2);
        assertThat(preview.path("successors")).extracting(one -> one.asText()).containsExactly("principal-072");

        var answer = leaves("safety-072", Map.of("successor", "principal-072"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(county.handsOn(waiting)).containsExactly("accept principal-072");
        assertThat(county.handsOn(running)).containsExactly("rectify principal-072");
        assertThat(county.hazard(running).responsibility().responsibleUser()).isEqualTo(principal.id());
        assertThat(county.presentClock(running).dueOn()).isEqualTo(dueOn);
        assertThat(county.log(running))
                .filteredOn(entry -> entry.kind() == EntryKind.REASSIGNED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("admin");
                    assertThat(entry.data()).contains("\"from\":\"safety-072\"", "\"to\":\"principal-072\"", "LEFT");
                });
        assertThat(county.logIsUntouched(running)).isTrue();
        assertThat(toldOf(running)).contains("principal-072").doesNotContain("safety-072");
        assertThat(organisation.enterprise(firm.code()).orElseThrow().safetyOfficer())
                .isNull();
        assertThat(session.page("/").status()).isIn(302, 403);
        assertThat(clerk.get("safety-072", "/api/v1/hazards").status()).isEqualTo(401);
        assertThat(identity.createUserQuery().userId("safety-072").count()).isZero();
        principal.rectifies(running);
        inspector.judges(running, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(running).status().isOpen()).isFalse();
    }

    @Test
    void withoutASuccessorTheWorkIsOfferedToAllOfTheEnterprise() {
        var hazard = assigned();

        assertThat(leaves("safety-072", Map.of()).status()).isEqualTo(204);

        assertThat(county.openTasks(hazard))
                .containsExactly("accept " + firm.code().group());
        assertThat(county.hazard(hazard).responsibility().responsibleUser()).isNull();
        principal.accepts(hazard);
    }

    @Test
    void whatAnInspectorHadTakenPassesToTheColleagueWhoMayJudgeItAndElseBackToTheUnit() {
        var free = reported();
        var barred = assigned();
        safety.accepts(barred);
        head.photographs(barred, Stage.AFTER); // took part in it, so he may not judge it (S1)
        safety.reportsCompletion(barred);
        inspector.takes(free, "verify");
        inspector.takes(barred, "verify");

        var answer = leaves("inspector-guangang", Map.of("successor", "head-guangang"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(county.handsOn(free)).containsExactly("verify head-guangang");
        assertThat(county.openTasks(barred)).containsExactly("verify committee-office"); // nobody else is left (7.3)
        assertThat(toldOf(free)).contains("head-guangang");
        head.judges(free, Verdict.QUALIFIED, "现场核实");
        assertThat(county.hazard(free).status().isOpen()).isFalse();
    }

    @Test
    void whoeverIsTheLastToDecideDoesNotLeaveBeforeAnotherIsThere() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.asksForMoreTime(hazard, "2026-10-30");
        assertThat(county.openTasks(hazard)).contains("decide-extension guangang-leader");

        var refused = leaves("head-guangang", Map.of("successor", "inspector-guangang"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("SOMEBODY_IS_LEFT_FOR_THE_WORK", "请先增加人员或岗位");
        assertThat(organisation.person(head.id()).orElseThrow().active()).isTrue();
        assertThat(county.runningClocks(hazard)).contains(ClockKind.EXTENSION);
        head.grants(hazard, "2026-10-30");
        assertThat(leaves("head-guangang", Map.of("successor", "inspector-guangang"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoMovesTakesNoWorkAlongAndIsNotMovedByAFileBefore() {
        var hazard = reported();
        inspector.takes(hazard, "verify");
        var refused = put("/api/v1/users/inspector-guangang", Map.of("unitOrEnterprise", "yanghu"));
        assertThat(Refusal.faultOf(refused, "unitOrEnterprise")).isEmpty();
        assertThat(refused.body()).contains("HAS_OPEN_WORK");

        var answer = leaves("inspector-guangang", Map.of("unitOrEnterprise", "yanghu", "roles", List.of("INSPECTOR")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(county.handsOn(hazard)).containsExactly("verify -");
        var moved = organisation.person(inspector.id()).orElseThrow();
        assertThat(moved.active()).isTrue();
        assertThat(moved.unit()).hasToString("yanghu");
        assertThat(identity.createGroupQuery().groupMember("inspector-guangang").list())
                .extracting(group -> group.getId())
                .containsExactlyInAnyOrder("inspector", "yanghu");
        head.judges(hazard, Verdict.QUALIFIED, "现场核实");
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        var before = TheRecord.of(jdbc);
        assertThat(Refusal.faultOf(leaves("safety-072", Map.of("successor", "safety-073")), "successor"))
                .isEmpty();
        assertThat(Refusal.faultOf(leaves("safety-072", Map.of("successor", "safety-072")), "successor"))
                .isEmpty();
        assertThat(Refusal.faultOf(
                        leaves("safety-072", Map.of("unitOrEnterprise", "nowhere", "roles", List.of("INSPECTOR"))),
                        "unitOrEnterprise"))
                .isEmpty();
        assertThat(Refusal.faultOf(leaves("safety-072", Map.of("roles", List.of("KING"))), "roles"))
                .isEmpty();
        assertThat(leaves("admin", Map.of()).status()).isEqualTo(403);
        assertThat(leaves("nobody", Map.of()).status()).isEqualTo(404);
        for (var person : List.of("office1", "auditor1", "head-guangang", "principal-072", "safety-072")) {
            assertThat(clerk.get(person, "/api/v1/users/safety-072/departure").status())
                    .as(person)
                    .isEqualTo(403);
            assertThat(clerk.post(person, "/api/v1/users/safety-072/departure", Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(clerk.get(person, "/api/v1/users").status()).isEqualTo(403);
            assertThat(clerk.post(person, "/api/v1/users", Map.of()).status()).isEqualTo(403);
        }
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @Test
    void thePageShowsNumbersOnlyAndHandsOver() {
        var hazard = inspector.registers(
                county.aHazardAt(safety).described("反应釜安全阀失效").dueOn("2026-10-21"));
        var browser = clerk.browser("admin");
        var path = "/admin/master-data/users/departure";

        var page = browser.page(path + "?key=safety-072").body();

        assertThat(page).contains("担任整改责任人的隐患").doesNotContain(hazard.value()).doesNotContain("反应釜");
        var done = browser.form(
                path,
                "_csrf",
                browser.tokenOf(path + "?key=safety-072"),
                "key",
                "safety-072",
                "successor",
                "principal-072",
                "what",
                "LEAVE");
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(county.handsOn(hazard)).containsExactly("accept principal-072");
        assertThat(browser.page("/admin/master-data/users/one?key=safety-072").body())
                .contains("已停用", "恢复账号");
    }

    private List<String> toldOf(HazardNumber hazard) {
        return jdbc.sql("select recipient from mail_outbox where hazard = :hazard and kind = 'REASSIGNED'")
                .param("hazard", hazard.value())
                .query(String.class)
                .list();
    }

    private Answer leaves(String person, Map<String, ? extends @Nullable Object> body) {
        return clerk.post("admin", "/api/v1/users/" + person + "/departure", new HashMap<>(body));
    }

    private Answer put(String path, Map<String, ?> body) {
        return clerk.api("admin", "PUT", path, Clerk.json(body), "Content-Type", "application/json");
    }
}
