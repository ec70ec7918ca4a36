package org.bihuan.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The administrator of a test's database server. */
public final class Superuser {
    private Superuser() {}

    public static Connection of(PostgresServer server, String database) throws IOException, SQLException {
        return server.connect(database);
    }
}
