package org.bihuan;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bihuan.demo.PostgresServer;
import org.bihuan.demo.Superuser;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

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
        Server.RUNNING.prepare(name, PASSWORD, PASSWORD);
        return new TestDatabase(name);
    }

    public String url() {
        return Server.RUNNING.url(name);
    }

    /** What only the administrator of the server may do. */
    public void asSuperuser(String... statements) {
        try (var connection = Superuser.of(Server.RUNNING, name);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public DataSource owner() {
        return new DriverManagerDataSource(url(), OWNER, PASSWORD);
    }

    public DataSource app() {
        return new DriverManagerDataSource(url(), APP, PASSWORD);
    }

    /** As durable as in production, because the application refuses one that is not; gone with this JVM. */
    private static final class Server {
        /** Each JVM of a test run has a folder of its own: none takes a server of the other that is just starting for abandoned. */
        private static final Path SERVERS = Path.of("target", "test-postgres", System.getProperty("bihuan.fork", "0"));

        private static final Path PROGRAMS = Path.of("target", "test-postgres-programs");
        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            removeAbandoned();
            var directory = SERVERS.resolve(UUID.randomUUID().toString());
            var server = PostgresServer.start(directory, PROGRAMS);
            // After the applications under test have closed: they would wait for a database that is gone.
            SpringApplication.getShutdownHandlers().add(() -> {
                server.close();
                delete(directory);
            });
            return server;
        }

        /** What killed test runs left behind; a start brings a running orphan under control. */
        private static void removeAbandoned() {
            for (var directory : Objects.requireNonNullElse(SERVERS.toFile().listFiles(), new File[0])) {
                try {
                    PostgresServer.start(directory.toPath(), PROGRAMS).close();
                    delete(directory.toPath());
                } catch (RuntimeException inUseByAnotherRun) {
                    // belongs to a JVM that is alive
                }
            }
        }

        private static void delete(Path directory) {
            try {
                FileSystemUtils.deleteRecursively(directory);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
