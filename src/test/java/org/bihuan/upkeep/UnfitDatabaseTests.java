package org.bihuan.upkeep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bihuan.TestDatabase;
import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.Test;

/** A database that is away, refuses us or is too old: one line says so. */
class UnfitDatabaseTests {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void nothingListensThere() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        refusedWith(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + port + "/county?password=secret"))
                .hasMessageStartingWith(
                        "The database at jdbc:postgresql://127.0.0.1:" + port + "/county does not answer")
                .hasMessageNotContaining("secret");
    }

    @Test
    void thePasswordIsWrong() {
        refusedWith(Map.of("spring.flyway.password", "wrong"))
                .hasMessageContaining("refuses the account")
                .hasMessageContaining("bihuan_owner");
        refusedWith(Map.of("spring.datasource.password", "wrong"))
                .hasMessageContaining("refuses the account")
                .hasMessageContaining("bihuan_app");
    }

    @Test
    void thereIsNoSuchDatabase() {
        refusedWith(Map.of("spring.datasource.url", database.url().replace("/county_", "/nowhere_")))
                .hasMessageStartingWith("There is no such database at jdbc:postgresql://127.0.0.1:");
    }

    @Test
    void theServerIsTooOld() throws IOException {
        try (var old = new OlderServer(database.url())) {
            refusedWith(Map.of("spring.datasource.url", old.url()))
                    .hasMessageContaining("is PostgreSQL 12.")
                    .hasMessageContaining("needs " + DatabaseServer.OLDEST + " or newer");
        }
    }

    @Test
    void aRestoreWasNotFinished() {
        database.asSuperuser("create table unfinished_restore ()");
        refusedWith(Map.of()).hasMessage("A restore into this database was not finished.");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusedWith(Map<String, String> settings) {
        var all = new HashMap<>(Parts.twoAccounts(database, TestDatabase.OWNER, TestDatabase.APP));
        all.putAll(settings);
        return assertThatThrownBy(() -> Parts.migrate(all)).isInstanceOf(Unfit.class);
    }
}
