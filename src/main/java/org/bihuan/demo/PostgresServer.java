package org.bihuan.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own under one directory: durable, reachable from this machine alone and by password alone.
 *
 * <p>The directory belongs to one running application at a time. What a killed application leaves behind, the next start
 * puts in order: the orphaned server is stopped, PostgreSQL recovers, every committed row is there.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** Recovery after a crash may take its time; giving up in the middle helps nobody. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC",
            "max_connections=200");

    private final PostgresCluster cluster;
    private final DirectoryLock lock;
    private final int port;

    private PostgresServer(PostgresCluster cluster, DirectoryLock lock, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts the server of that directory, after creating its cluster if there is none yet.
     *
     * @param programs where PostgreSQL's programs are, or will be unpacked; outside of the directory others may use them too
     * @throws RuntimeException if it cannot start; its message bundle entry tells people why
     */
    public static PostgresServer start(Path directory, Path programs) {
        try {
            var home = Files.createDirectories(directory).toRealPath();
            var lock = DirectoryLock.of(home);
            try {
                var unpacked = PostgresPrograms.in(programs.toAbsolutePath());
                var cluster = new PostgresCluster(home, unpacked);
                cluster.stopOrphan(STOP_SECONDS);
                if (programs.startsWith(directory)) {
                    unpacked.removeOthers();
                }
                cluster.createIfMissing();
                var port = freePort();
                cluster.start(port, SETTINGS, START_SECONDS);
                LOG.info("PostgreSQL listens on port {}, its data in {}", port, home);
                return new PostgresServer(cluster, lock, port);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw notStarted(directory, failed);
        }
    }

    /** Creates the database unless it exists and gives it the two accounts of the house, with these passwords from now on. */
    public void prepare(String database, String ownerPassword, String appPassword) {
        try {
            if (!exists(database)) {
                execute("postgres", "create database " + database + " encoding 'UTF8'");
            }
            execute(
                    database,
                    DatabaseAccounts.script(),
                    "alter database " + database + " owner to " + DatabaseAccounts.OWNER,
                    "alter role " + DatabaseAccounts.OWNER + " password '" + ownerPassword + "'",
                    "alter role " + DatabaseAccounts.APP + " password '" + appPassword + "'");
        } catch (IOException | SQLException failed) {
            throw notStarted(cluster.home(), failed);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** Rolls back what is open and stops within seconds. */
    @Override
    public void close() {
        try (lock) {
            cluster.stop(STOP_SECONDS);
        } catch (IOException failed) {
            // The next start finds the server as an orphan and puts it in order.
            LOG.warn("PostgreSQL does not stop", failed);
        }
    }

    private static StartRefused notStarted(Path directory, Exception reason) {
        return new StartRefused("database.not-started", reason, directory.toString(), reason.toString());
    }

    private boolean exists(String database) throws IOException, SQLException {
        try (var connection = connect("postgres");
                var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private void execute(String database, String... statements) throws IOException, SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection(url(database), PostgresCluster.SUPERUSER, cluster.password());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
