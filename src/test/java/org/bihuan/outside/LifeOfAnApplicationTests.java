package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bihuan.TestDatabase;
import org.bihuan.demo.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One sample county from its first start over a violent end to its second life, and an application that is given database
 * and mail server instead. A start takes its time, therefore the tests follow one another on one data directory.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfAnApplicationTests {
    @TempDir
    static Path data;

    private static final Journal JOURNAL = new Journal();
    private static PackagedApplication first;

    @BeforeAll
    static void startOnAnEmptyDirectory() {
        first = PackagedApplication.started(data, Map.of());
    }

    @AfterAll
    static void leaveNothingRunning() {
        first.close();
        PostgresServer.start(data.resolve("postgres"), data.resolve("postgres/programs"))
                .close();
    }

    @Test
    @Order(1)
    void itStartsWithNothingButAJdkAndTellsWhereToGo() {
        assertThat(first.log())
                .contains(first.at("").toString().replace("127.0.0.1", "localhost"))
                .contains("Bihuan-demo-2026", "/demo/mailbox", data.toString())
                .contains("inspector-", "safety-001", "office1", "leader1");
    }

    @Test
    @Order(2)
    void nothingIsOpenWithoutLoginAndTheEngineHasNoDoorOfItsOwn() {
        var nobody = first.caller();

        assertThat(nobody.get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        for (var path :
                new String[] {"/", "/demo/mailbox", "/demo/mailbox.json", "/api/v1/hazards", "/engine-rest/engine"}) {
            assertThat(nobody.get(path).status()).as(path).isIn(302, 401, 404);
        }
        assertThat(first.caller().loggedInAs("admin").get("/engine-rest/engine").status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void tasklistFindsItsPluginsInThePackagedJar() {
        var inspector = first.caller().loggedInAs("inspector-xiangyu");

        assertThat(inspector.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(inspector
                        .get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void theBuiltInMailboxOpensForPeopleAndPrograms() {
        assertThat(first.caller().loggedInAs("office1").get("/demo/mailbox").status())
                .isEqualTo(200);
        assertThat(first.caller().as("office1").get("/demo/mailbox.json").body())
                .startsWith("[");
    }

    @Test
    @Order(5)
    void aSecondApplicationOnTheSameDirectoryIsRefusedInWords() {
        var second = PackagedApplication.launched(data, Map.of());

        assertThat(second.exitCode()).isNotZero();
        assertThat(second.log())
                .contains("数据目录", "正被另一个闭环程序", "is in use by another Bihuan")
                .doesNotContain("\tat org.");
        assertThat(first.caller().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void itIsKilledInTheMiddleOfWriting() throws Exception {
        JOURNAL.beginWriting(first);

        first.kill();

        assertThat(postmaster().isAlive()).as("its database server lives on").isTrue();
    }

    @Test
    @Order(7)
    void theNextStartTakesOverAndHasEverythingThatWasAcknowledged() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var orphan = postmaster();
        var settings = Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(mail.getSmtp().getPort()));
        try (var again = PackagedApplication.started(data, settings)) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
            var inspector = again.caller().as("inspector-xiangyu");
            assertThat(JOURNAL.acknowledged())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(number -> assertThat(
                                    inspector.get("/api/v1/hazards/" + number).status())
                            .as(number)
                            .isEqualTo(200));
            assertThat(again.caller().loggedInAs("office1").get("/demo/mailbox").status())
                    .as("a mail server is named, so there is no built-in mailbox")
                    .isEqualTo(404);

            var begun = System.nanoTime();
            again.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        } finally {
            mail.stop();
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid"))
                .as("its database stopped with it")
                .doesNotExist();
    }

    @Test
    @Order(8)
    void aDatabaseThatIsNamedIsUsedAndNoneIsStarted(@TempDir Path other) {
        var database = TestDatabase.fresh();
        var settings = Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", TestDatabase.OWNER,
                "SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);
        try (var application = PackagedApplication.started(other, settings)) {
            assertThat(other.resolve("postgres")).doesNotExist();
            assertThat(application
                            .caller()
                            .loggedInAs("office1")
                            .get("/demo/mailbox")
                            .status())
                    .as("no mail server is named, so the built-in mailbox is there")
                    .isEqualTo(200);
        }
    }

    private static ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
