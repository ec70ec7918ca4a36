package org.bihuan.evidence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bihuan.TestDatabase;
import org.bihuan.organisation.Person;
import org.bihuan.shared.CountyTime;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the application, as far as this room goes, on a fresh database and folder. */
final class Node {
    final TestDatabase database = TestDatabase.fresh();
    final List<EvidenceAdded> announced = Collections.synchronizedList(new ArrayList<>());
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final EvidenceStore store;
    final EvidenceDesk desk;
    final EvidenceSweeper sweeper;
    private final ShiftedClock clock = new ShiftedClock();

    Node(Path dataDir) {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration/organisation", "classpath:db/migration/evidence")
                .load()
                .migrate();
        var rows = database.app();
        jdbc = JdbcClient.create(rows);
        var transactions = new DataSourceTransactionManager(rows);
        transaction = new TransactionTemplate(transactions);
        var time = new CountyTime(clock, ZoneId.of("Asia/Shanghai"));
        var items = new EvidenceItems(jdbc);
        var pictures = new Pictures();
        store = new EvidenceStore(new EvidenceSettings(dataDir));
        desk = new EvidenceDesk(
                store,
                items,
                new Inspection(pictures, time),
                new Thumbnails(store, pictures, time),
                new LockedByName(jdbc),
                event -> announced.add((EvidenceAdded) event),
                time,
                transactions);
        sweeper = new EvidenceSweeper(store, items, time, transactions);
    }

    /** Files carry the time of the machine, so the node's time is the machine's, moved. */
    void passes(Duration time) {
        clock.by = clock.by.plus(time);
    }

    void isNow() {
        clock.by = Duration.ZERO;
    }

    private static final class ShiftedClock extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }

    /** Subjects that exist as soon as they are named. */
    private record LockedByName(JdbcClient jdbc) implements EvidenceRights {
        @Override
        public boolean maySee(String subject, Person person) {
            return true;
        }

        @Override
        public boolean mayAdd(String subject, Person person) {
            return true;
        }

        @Override
        public void hold(String subject) {
            jdbc.sql("select pg_advisory_xact_lock(hashtext(:subject))")
                    .param("subject", subject)
                    .query(row -> {});
        }
    }
}
