package org.bihuan.engine;

import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.bihuan.shared.Unfit;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last steps before anybody can reach the application: surroundings checked, mirror, filters and rights in line. It
 * refuses to start rather than to run unsafe.
 */
@Component
class BeforeThePortOpens implements SmartLifecycle {
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IdentityMirror mirror;
    private final IdentityRows identities;
    private final TaskFilters filters;
    private final Grants grants;
    private volatile boolean done;

    BeforeThePortOpens(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IdentityMirror mirror,
            IdentityRows identities,
            TaskFilters filters,
            Grants grants) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mirror = mirror;
        this.identities = identities;
        this.filters = filters;
        this.grants = grants;
    }

    @Override
    public void start() {
        checkZone(TimeZone.getDefault());
        DURABILITY.forEach(setting -> checkDurable(
                setting, jdbc.sql("show " + setting).query(String.class).single()));
        transaction.executeWithoutResult(status -> {
            mirror.follow();
            grants.bringIntoLine(filters.bringIntoLine());
        });
        checkAdministrator(identities.hasMember(IdentityMirror.ADMIN_GROUP));
        done = true;
    }

    static void checkZone(TimeZone zone) {
        if (!zone.hasSameRules(TimeZone.getTimeZone(ZoneOffset.UTC))) {
            throw new Unfit(
                    "The JVM runs in zone " + zone.getID()
                            + ", but the engine's times are stored without a zone and read as UTC.",
                    "Start the application through its main class, or with -Duser.timezone=UTC.");
        }
    }

    static void checkDurable(String setting, String value) {
        if (!value.equals("on")) {
            throw new Unfit(
                    "The database runs with " + setting + " = " + value
                            + ": what is saved would not survive a power cut.",
                    "Set " + setting + " = on in the database server's configuration.");
        }
    }

    static void checkAdministrator(boolean present) {
        if (!present) {
            throw new Unfit(
                    "Group " + IdentityMirror.ADMIN_GROUP + " has no member: anybody could make himself administrator.",
                    "Look for what removes " + IdentityMirror.TECHNICAL_ACCOUNT
                            + " from the engine's tables; the start adds it.");
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Early: the web server comes near the end of the line. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
