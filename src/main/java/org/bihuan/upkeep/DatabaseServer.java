package org.bihuan.upkeep;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.bihuan.shared.Unfit;

/** The first words with a database server. */
final class DatabaseServer {
    /** What the house is tested on. */
    static final int OLDEST = 17;

    private DatabaseServer() {}

    /**
     * Logs in once.
     *
     * @param url for the message; its parameters may hold secrets and are left out
     * @return the name the server knows the account by
     * @throws Unfit when nothing answers there, the account is refused, or the server is too old
     */
    static String accountAt(DataSource account, String url) {
        var place = url.replaceFirst("[?].*", "");
        try (var connection = account.getConnection()) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) {
                throw new Unfit(
                        "The database server at %s is PostgreSQL %s, and this application needs %d or newer."
                                .formatted(place, server.getDatabaseProductVersion(), OLDEST),
                        "Upgrade the database server.");
            }
            return server.getUserName();
        } catch (SQLException failed) {
            throw inWords(failed, place);
        }
    }

    private static Unfit inWords(SQLException failed, String place) {
        var reason = reason(failed);
        var state = reason.getSQLState() == null ? "" : reason.getSQLState();
        if (state.startsWith("28")) {
            return new Unfit(
                    "The database server refuses the account: " + reason.getMessage(),
                    "Check user and password of spring.datasource and spring.flyway.");
        }
        if (state.equals("3D000")) {
            return new Unfit("There is no such database at " + place + ".", "Create it: docs/operations/first-day.md.");
        }
        return new Unfit(
                "The database at " + place + " does not answer: " + reason.getMessage(),
                "Start it, or correct spring.datasource.url.");
    }

    /** A pool wraps what the driver said. */
    private static SQLException reason(SQLException failed) {
        var reason = failed;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                reason = said;
            }
        }
        return reason;
    }
}
