package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.organisation.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing is open without login, and what is shut stays shut with one. */
@CountyTest
class DoorsTests {
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final List<PersonId> PEOPLE = List.of(
            PersonId.of("inspector-xiangyu"), PersonId.of("office1"), PersonId.of("admin"), PersonId.of("safety-001"));

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @BeforeEach
    void givePasswords() {
        credentials.setWhereMissing(PEOPLE, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/hazards",
                "/api/v1/calendar/working-days?from=2026-09-24&plus=3",
                "/api/v1/no/such/thing",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/version",
                "/camunda/api/engine/engine/default/deployment",
                "/camunda/api/engine/engine/default/metrics",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/api/welcome/anything",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/demo/mailbox.json",
                "/forms/register",
                "/engine-rest/engine",
                "/webjars/camunda/securityFilterRules.json",
                "/camunda-welcome/index.html"
            })
    void nobodyComesInWithoutLogin(String path) {
        for (var method : List.of("GET", "HEAD")) {
            var answer = Browser.at(port).send(method, path, BodyPublishers.noBody(), "Accept", "application/json");
            assertThat(answer.status()).as(method).isEqualTo(401);
        }
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var answer = Browser.at(port)
                    .send(
                            method,
                            path,
                            BodyPublishers.ofString("{}"),
                            "Accept",
                            "application/json",
                            "Content-Type",
                            "application/json");
            assertThat(answer.status()).as(method).isIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ledger",
                "/dashboard",
                "/hazards/341721-107-2026-G-00001",
                "/demo/mailbox",
                "/camunda/app/tasklist/default/"
            })
    void pagesLeadToTheLogin(String path) {
        var answer = Browser.at(port).page(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void programsLearnTheReasonAsProblemDetailsAndBrowsersAreNotAskedForAPassword() {
        var program = Browser.at(port).get("/api/v1/hazards");
        var script = Browser.at(port).get("/api/v1/hazards", "Sec-Fetch-Mode", "cors");

        assertThat(program.status()).isEqualTo(401);
        assertThat(program.header("Content-Type")).startsWith("application/problem+json");
        assertThat(program.body()).contains("\"code\":\"NOT_LOGGED_IN\"", "您尚未登录");
        assertThat(program.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.header("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/camunda/securityFilterRules.json",
                "/webjars/camunda/app/tasklist/index.html",
                "/camunda-welcome/index.html",
                "/plugin/tasklist/app/plugin.js",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist"
            })
    void whatLiesBesideCamundasTreesIsShutForEverybody(String path) {
        for (var user : List.of("inspector-xiangyu", "admin")) {
            var browser = Browser.at(port).login(user, PASSWORD);
            assertThat(browser.get(path).status()).as(user).isEqualTo(403);
            assertThat(browser.camunda("POST", path, "{}").status()).as(user).isEqualTo(403);
        }
    }

    @Test
    void theEngineHasNoSecondRestInterface() {
        var browser = Browser.at(port).login("admin", PASSWORD);

        assertThat(browser.get("/engine-rest/engine").status()).isEqualTo(404);
        assertThat(browser.get("/engine-rest/engine/default/task").status()).isEqualTo(404);
    }

    @Test
    void healthIsOpenAndTheRestForTheAdministrator() {
        assertThat(Browser.at(port).get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(Browser.at(port).get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(Browser.at(port).get("/actuator/health").body()).doesNotContain("components");
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/health", "admin", PASSWORD)
                        .body())
                .contains("components");
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/prometheus", "admin", PASSWORD)
                        .status())
                .isIn(200, 404); // let through; Spring's tests run without the exporter itself
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/prometheus", "office1", PASSWORD)
                        .status())
                .isEqualTo(403);
        assertThat(Browser.at(port)
                        .basic("GET", "/actuator/prometheus", "office1", "falsch")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void programsWithBasicOpenNoSessionAndNeedNoToken() {
        var program = Browser.at(port);

        var read = program.basic("GET", "/api/v1/calendar/working-days?from=2026-09-24&plus=3", "office1", PASSWORD);
        var written = program.basic("POST", "/api/v1/no-such-thing", "office1", PASSWORD);

        assertThat(read.status()).isEqualTo(200);
        assertThat(written.status()).isEqualTo(404);
        assertThat(program.cookies()).isEmpty();
        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void basicOpensNothingButTheInterfacesForPrograms() {
        for (var path : List.of(
                "/logout",
                Browser.TASKLIST,
                "/camunda/api/engine/engine/default/task",
                "/demo/mailbox",
                "/v3/api-docs")) {
            assertThat(Browser.at(port).basic("GET", path, "office1", PASSWORD).status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/api/v1/hazards", "/imports", "/anything"})
    void withASessionNothingChangesWithoutTheToken(String path) {
        var browser = Browser.at(port).login("office1", PASSWORD);

        assertThat(browser.form(path, "username", "admin", "password", PASSWORD).status())
                .isEqualTo(403);
        assertThat(browser.form(path, "_csrf", "wrong").status()).isEqualTo(403);
        assertThat(browser.page("/logout").status()).as("still logged in").isEqualTo(200);
    }

    @Test
    void camundasApiWantsItsOwnToken() {
        var browser = Browser.at(port).login("office1", PASSWORD);
        browser.get(Browser.TASKLIST);

        var answer = browser.send(
                "POST",
                "/camunda/api/engine/engine/default/task",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST task/1/bpmnError",
                "POST task/1/bpmnError/",
                "POST task/1/bpmnEscalation",
                "POST task/1/resolve",
                "POST task/1/delegate",
                "POST task/1/assignee",
                "POST task/1/identity-links",
                "PUT task/1",
                "DELETE task/1",
                "POST task/create",
                "PUT task/1/variables/verdict",
                "POST task/1/variables/file/data",
                "PUT task/1/localVariables/grade",
                "POST task/1/localVariables/file/data",
                "POST task/1/attachment/create",
                "POST task/1/comment/create",
                "PUT task/1/comment",
                "DELETE task/1/comment/2",
                "DELETE task/1/comment",
                "PUT process-instance/1/comment",
                "DELETE process-instance/1/comment",
                "PUT process-instance/1/variables/verdict",
                "POST process-instance/1/variables/file/data",
                "POST process-instance/1/modification",
                "DELETE process-instance/1",
                "POST process-instance/delete",
                "PUT process-instance/suspended",
                "POST process-definition/key/hazard-rectification/start",
                "POST process-definition/1/start",
                "DELETE process-definition/1",
                "POST message",
                "POST signal",
                "POST condition",
                "POST execution/1/signal",
                "POST execution/1/create-incident",
                "DELETE incident/1",
                "PUT job/1/duedate",
                "PUT job/1/retries",
                "POST job/1/execute",
                "DELETE job/1",
                "POST filter/create",
                "PUT filter/1",
                "DELETE filter/1",
                "POST deployment/create",
                "DELETE deployment/1",
                "POST user/create",
                "PUT user/admin/profile",
                "PUT user/admin/credentials",
                "DELETE user/admin",
                "POST group/create",
                "PUT group/camunda-admin/members/inspector-xiangyu",
                "DELETE group/camunda-admin/members/bihuan-technical",
                "POST tenant/create",
                "POST authorization/create",
                "PUT authorization/1",
                "POST identity/verify",
                "POST history/cleanup",
                "DELETE history/process-instance/1",
                "POST history/process-instance/delete",
                "POST decision-definition/key/deadline/evaluate",
                "POST external-task/fetchAndLock",
                "POST batch/1",
                "POST telemetry/configuration",
                "POST migration/execute"
            })
    void ofCamundasCallsOnlyThoseThatWorkNeedsAreOpen(String call) {
        var parts = call.split(" ", 2);
        for (var user : List.of("inspector-xiangyu", "office1", "admin")) {
            var browser = Browser.at(port).login(user, PASSWORD);
            var answer = browser.camunda(parts[0], "/camunda/api/engine/engine/default/" + parts[1], "{}");
            assertThat(answer.status()).as(user).isEqualTo(403);
            assertThat(answer.body()).contains("您无权进行此操作");
        }
    }

    @Test
    void eachApplicationIsForThoseWhoseDeskItIs() {
        var inspector = Browser.at(port).login("inspector-xiangyu", PASSWORD);
        var office = Browser.at(port).login("office1", PASSWORD);
        var admin = Browser.at(port).login("admin", PASSWORD);

        assertThat(inspector.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(inspector.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(inspector
                        .get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(403);
        assertThat(inspector
                        .get("/camunda/api/engine/engine/default/metrics/activity-instance-start/sum")
                        .status())
                .isEqualTo(403);
        assertThat(inspector
                        .get("/camunda/api/engine/engine/default/process-definition/statistics")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(office.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(admin.get("/camunda/app/admin/default/").status()).isEqualTo(200);
        assertThat(admin.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
    }

    @Test
    void ourPagesCarryOurPolicyAndCamundasCarryTheirs() {
        var browser = Browser.at(port).login("office1", PASSWORD);

        var ours = browser.page("/logout");
        var theirs = browser.page(Browser.TASKLIST);

        assertThat(ours.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(ours.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(ours.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(ours.header("Cache-Control")).contains("no-store");
        assertThat(theirs.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("'sha256-")
                .doesNotContain("nonce");
    }
}
