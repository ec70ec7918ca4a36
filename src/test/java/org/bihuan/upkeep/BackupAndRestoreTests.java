package org.bihuan.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bihuan.County;
import org.bihuan.Mailbox;
import org.bihuan.Nodes;
import org.bihuan.TestClock;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.notification.Alarms;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county is copied while people work in it, and goes on in another place. */
class BackupAndRestoreTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int WORKERS = 3;

    @TempDir
    Path backups;

    private final TestClock clock = TestClock.ofThisJvm();
    private final Mailbox mailbox = Mailbox.ofThisJvm();
    private final Nodes county = Nodes.ofANewCounty();
    private final Nodes elsewhere = Nodes.ofANewCounty();

    @BeforeEach
    @AfterEach
    void theClockOfTheJvm() {
        clock.reset();
        mailbox.clear();
    }

    @Test
    void itGoesOnElsewhereWithEveryRowAndFileAndSendsNoMailThatMayHaveLeft() throws Exception {
        clock.set("2026-09-24", "20:00"); // mail waits for the morning
        HazardNumber hazard;
        try (var node = county.start()) {
            var people = node.getBean(County.class);
            var safety = people.person("safety-010");
            hazard = people.person("inspector-yaodu")
                    .registers(people.aHazardAt(safety).dueOn("2026-10-12"));
            people.person("inspector-yaodu").photographs(hazard, Stage.BEFORE);
            safety.accepts(hazard);
            assertThat(Upkeep.run(call("backup", county, "--to=" + backups.resolve("evening"))))
                    .isZero();
            assertThat(Upkeep.run(call("restore", elsewhere, "--from=" + backups.resolve("evening"))))
                    .isZero();
            assertThat(contentOf(elsewhere)).isEqualTo(contentOf(county));
            assertThat(filesOf(elsewhere)).isNotEmpty().isEqualTo(filesOf(county));

            clock.set("2026-09-28", "09:00");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keysOf(hazard)).anyMatch(key -> key.startsWith("ASSIGNMENT/")));
        }
        var sentSince = keysOf(hazard);

        try (var node = elsewhere.start()) {
            var people = node.getBean(County.class);
            var inspector = people.person("inspector-yaodu");
            people.person("safety-010").rectifies(hazard);
            inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
            assertThat(people.hazard(hazard).status()).isEqualTo(Status.CLOSED);
            assertThat(people.logIsUntouched(hazard)).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keysOf(hazard)).anyMatch(key -> key.startsWith("CLOSED/")));
            assertThat(keysOf(hazard))
                    .as("what had left is not sent again")
                    .containsAll(sentSince)
                    .doesNotHaveDuplicates();
            assertThat(node.getBean(Alarms.class).standing())
                    .extracting(Alarms.Alarm::code)
                    .contains("MAIL_SET_ASIDE");
        }
        assertThat(Upkeep.run(call("check", elsewhere))).isZero();
    }

    @Test
    void aBackUpUnderLoadIsOneMomentOfAllOfIt() throws Exception {
        clock.set("2026-09-24", "10:00");
        Queue<HazardNumber> worked = new ConcurrentLinkedQueue<>();
        var stop = new AtomicBoolean();
        try (var node = county.start()) {
            var people = node.getBean(County.class);
            var crowd = Executors.newFixedThreadPool(WORKERS);
            for (var i = 0; i < WORKERS; i++) {
                crowd.execute(() -> {
                    while (!stop.get()) {
                        worked.add(oneLife(people));
                    }
                });
            }
            somebodyIsLoggedIn();
            await().atMost(PATIENCE).until(() -> worked.size() >= 2 * WORKERS);
            assertThat(Upkeep.run(call("backup", county, "--to=" + backups.resolve("noon"))))
                    .isZero();
            stop.set(true);
            crowd.shutdown();
            assertThat(crowd.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }

        assertThat(Upkeep.run(call("restore", elsewhere, "--from=" + backups.resolve("noon"))))
                .isZero();

        var there = JdbcClient.create(elsewhere.database());
        assertThat(there.sql("select count(*) from hazard where status = 'CLOSED'")
                        .query(Integer.class)
                        .single())
                .isPositive()
                .isLessThan(worked.size() + WORKERS);
        assertThat(there.sql("""
                        select number from hazard h where h.status <> 'CLOSED'
                            and not exists (select from act_ru_execution e where e.business_key_ = h.number)
                        """).query(String.class).list())
                .as("ledger and engine were copied at one moment")
                .isEmpty();
        assertThat(there.sql("select count(*) from web_session")
                        .query(Integer.class)
                        .single())
                .as("who logged out since must not be in again")
                .isZero();
    }

    private void somebodyIsLoggedIn() {
        JdbcClient.create(county.database()).sql("""
                        insert into web_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                            expiry_time, principal_name)
                        values ('of-the-test', 'of-the-test', 0, 0, 3600, 4102444800000, 'office1')
                        """).update();
    }

    @Test
    void onlyAWholeBackUpIsRestoredAndOnlyIntoAnEmptyPlace() throws IOException {
        Parts.migrate(settings(county));
        var good = backups.resolve("good");
        assertThat(Upkeep.run(call("backup", county, "--to=" + good))).isZero();
        assertThat(Upkeep.run(call("backup", county, "--to=" + good)))
                .as("not empty")
                .isEqualTo(1);
        assertThat(Upkeep.run(call("backup", county))).as("no place named").isEqualTo(2);
        try (var all = Files.walk(good)) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .endsWith("------"));
        }
        assertThat(Upkeep.run(call("restore", county, "--from=" + good)))
                .as("not empty")
                .isEqualTo(1);

        var half = Files.createDirectory(backups.resolve("half"));
        assertThat(Upkeep.run(call("restore", elsewhere, "--from=" + half))).isEqualTo(1);

        Files.write(good.resolve("tables/person.gz"), new byte[] {1});
        assertThat(Upkeep.run(call("restore", elsewhere, "--from=" + good)))
                .as("damaged")
                .isEqualTo(1);
        assertThat(new Schema(elsewhere.database()).isEmpty()).isTrue();
    }

    private static HazardNumber oneLife(County people) {
        var safety = people.person("safety-010");
        var inspector = people.person("inspector-yaodu");
        var hazard = inspector.registers(people.aHazardAt(safety).dueOn("2026-10-12"));
        inspector.photographs(hazard, Stage.BEFORE);
        safety.accepts(hazard);
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        return hazard;
    }

    private List<String> keysOf(HazardNumber hazard) {
        return mailbox.all().stream()
                .map(Mailbox.Mail::key)
                .filter(key -> key.contains(hazard.value()))
                .toList();
    }

    /** Every row of every table, but for what a restore has to change. */
    private static Map<String, String> contentOf(Nodes county) {
        var jdbc = JdbcClient.create(county.database());
        var content = new TreeMap<String, String>();
        for (var table : new Schema(county.database()).tables()) {
            var row =
                    switch (table.name()) {
                        case "mail_outbox" ->
                            "to_jsonb(t) - 'status' - 'set_aside_at' - 'lease_until' - 'lease_holder'";
                        case "act_ru_job" -> "to_jsonb(t) - 'lock_owner_' - 'lock_exp_time_'";
                        default -> "to_jsonb(t)";
                    };
            content.put(
                    table.name(),
                    jdbc.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(md5((%s)::text), '' order by md5((%s)::text))), '') from %s t"
                                            .formatted(row, row, table.name()))
                            .query(String.class)
                            .single());
        }
        new Schema(county.database())
                .sequences()
                .forEach(sequence -> content.put(sequence.name(), sequence.toString()));
        return content;
    }

    private static List<String> filesOf(Nodes county) throws IOException {
        var root = Path.of(settings(county).get("bihuan.data-dir"), "evidence", "files");
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> settings(Nodes county) {
        var settings = new TreeMap<String, String>();
        for (var setting : county.surroundings()) {
            var nameAndValue = setting.substring(2).split("=", 2);
            settings.put(nameAndValue[0], nameAndValue[1]);
        }
        return settings;
    }

    private static String[] call(String command, Nodes county, String... more) {
        return Stream.of(Stream.of(command), Stream.of(more), Stream.of(county.surroundings()))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
