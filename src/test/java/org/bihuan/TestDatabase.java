package org.bihuan;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, empty database on the one real PostgreSQL of this JVM, with the two accounts of the house: the owner changes the
 * schema, the application only rows. Usable without Spring: migrate as {@link #owner()}, work as {@link #app()}.
 */
public final class TestDatabase {
    public static final String OWNER = "bihuan_owner";
    public static final String APP = "bihuan_app";
    public static final String PASSWORD = "test";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase fresh() {
        var name = "county_" + COUNT.incrementAndGet();
        execute(Server.RUNNING.getPostgresDatabase(), "create database " + name + " encoding 'UTF8'");
        var database = new TestDatabase(name);
        execute(
                Server.RUNNING.getDatabase("postgres", name),
                Server.ACCOUNTS,
                "alter role bihuan_owner password '" + PASSWORD + "'",
                "alter role bihuan_app password '" + PASSWORD + "'");
        return database;
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name + "?reWriteBatchedInserts=true";
    }

    public DataSource owner() {
        return as(OWNER);
    }

    public DataSource app() {
        return as(APP);
    }

    private DataSource as(String user) {
        return new DriverManagerDataSource(url(), user, PASSWORD);
    }

    private static void execute(DataSource superuser, String... statements) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final String ACCOUNTS = read();

        private static EmbeddedPostgres start() {
            try {
                // As durable as in production: the application refuses a database that is not.
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Path.of(
                                        "target",
                                        "test-postgres",
                                        "" + ProcessHandle.current().pid())
                                .toAbsolutePath())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static String read() {
            try {
                return new ClassPathResource("db/accounts.sql").getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }
}
