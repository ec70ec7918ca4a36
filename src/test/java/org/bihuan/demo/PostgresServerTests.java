package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** The embedded database: what it keeps, whom it lets in, and how it comes back after a violent end. */
class PostgresServerTests {
    private static final Path PROGRAMS = Path.of("target", "test-postgres-programs");

    /** One for all, because creating a cluster takes longer than any test; each uses tables of its own. */
    @TempDir
    static Path directory;

    @Test
    void rowsAndAccountsOutliveTheServer() {
        try (var server = start()) {
            owner(server).sql("create table outliving (id int)").update();
            app(server).sql("insert into outliving values (1)").update();
        }

        try (var server = start()) {
            assertThat(app(server)
                            .sql("select id from outliving")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1);
        }
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsOnDisk() {
        try (var server = start()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(app(server)
                                .sql("show " + setting)
                                .query(String.class)
                                .single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void theApplicationWorksWithRowsAndNothingElse() {
        try (var server = start()) {
            owner(server)
                    .sql("create table guarded (id int generated always as identity, word text)")
                    .update();
            app(server).sql("insert into guarded (word) values ('隐患')").update();
            app(server).sql("update guarded set word = '已整改'").update();
            app(server).sql("delete from guarded").update();

            for (var trespass : new String[] {"create table own (id int)", "drop table guarded", "truncate guarded"}) {
                assertThatThrownBy(() -> app(server).sql(trespass).update())
                        .as(trespass)
                        .hasRootCauseInstanceOf(SQLException.class)
                        .rootCause()
                        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
            }
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (var server = start()) {
            for (var account : new String[] {"postgres", "bihuan_owner", "bihuan_app"}) {
                assertThatThrownBy(() -> as(server, account, "guess")
                                .sql("select 1")
                                .query()
                                .listOfRows())
                        .as(account)
                        .rootCause()
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void chineseLettersAreLettersToTheDatabase() {
        try (var server = start()) {
            assertThat(app(server)
                            .sql("select '隐患' ~ '^[[:alpha:]]+$'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void aSecondApplicationIsTurnedAwayAndTheFirstWorksOn() {
        try (var server = start()) {
            assertThatThrownBy(PostgresServerTests::start)
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(new StartRefusedAnalyzer().analyze(refused, refused))
                                    .satisfies(said -> assertThat(said.getDescription())
                                            .contains(
                                                    directory.toString(),
                                                    "进程 "
                                                            + ProcessHandle.current()
                                                                    .pid())));

            assertThat(app(server).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void theServerOfAKilledApplicationIsPutInOrderAndItsRowsAreThere() throws Exception {
        var application = runInAnotherJvm();
        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var orphan = postmaster(directory);
        assertThat(orphan.isAlive())
                .as("the killed application left its server running")
                .isTrue();

        try (var server = start()) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(app(server)
                            .sql("select count(*) from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(DiesWithoutGoodbye.ROWS);
        }
    }

    @Test
    void aCopyOfTheFilesOfARunningServerDoesNotStopTheOriginal(@TempDir Path copy) throws Exception {
        try (var server = start()) {
            owner(server).sql("create table copied as select 1 as id").update();
            FileSystemUtils.copyRecursively(directory, copy);
            privateAgain(copy.resolve("cluster"));

            try (var copied = PostgresServer.start(copy, PROGRAMS)) {
                copied.prepare("bihuan", "owner", "app");
                assertThat(postmaster(directory).isAlive()).isTrue();
            }

            assertThat(app(server)
                            .sql("select id from copied")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void aFirstStartThatWasInterruptedIsDoneAgain(@TempDir Path interrupted) throws IOException {
        Files.createDirectories(interrupted.resolve("cluster.new/base"));
        Files.writeString(interrupted.resolve("cluster.new/PG_VERSION"), "17");

        try (var server = start(interrupted)) {
            assertThat(app(server).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void aServerThatCannotStartSaysSoAtOnceAndWhy() throws IOException {
        start().close();
        var additions = directory.resolve("cluster/postgresql.auto.conf");
        Files.writeString(additions, "no_such_setting = 1\n");

        assertThatThrownBy(PostgresServerTests::start)
                .isInstanceOf(StartRefused.class)
                .cause()
                .hasMessageContaining("no_such_setting");
        Files.writeString(additions, "");
    }

    private static PostgresServer start() {
        return start(directory);
    }

    static PostgresServer start(Path directory) {
        var server = PostgresServer.start(directory, PROGRAMS);
        server.prepare("bihuan", "owner", "app");
        return server;
    }

    static JdbcClient owner(PostgresServer server) {
        return as(server, "bihuan_owner", "owner");
    }

    static JdbcClient app(PostgresServer server) {
        return as(server, "bihuan_app", "app");
    }

    private static JdbcClient as(PostgresServer server, String account, String password) {
        return JdbcClient.create(new DriverManagerDataSource(server.url("bihuan"), account, password));
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        var pid =
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Process runInAnotherJvm() throws IOException {
        var classPath = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        DiesWithoutGoodbye.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("application.log").toFile())
                .start();
    }

    /** PostgreSQL refuses files that others may read. */
    private static void privateAgain(Path cluster) {
        var file = cluster.toFile();
        assertThat(file.setReadable(false, false) && file.setReadable(true, true))
                .isTrue();
        assertThat(file.setExecutable(false, false) && file.setExecutable(true, true))
                .isTrue();
    }
}
