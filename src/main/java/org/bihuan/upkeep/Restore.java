package org.bihuan.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.bihuan.evidence.EvidenceArchive;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Restored;
import org.bihuan.shared.Unfit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a back-up into an empty database and an empty evidence folder: the schema as it was, all rows in one transaction with every
 * foreign key looked at again, then the migrations of this release. A mark in the database keeps everybody out until all is done.
 */
@Component
@ForUpkeep
class Restore {
    private final Flyway flyway;
    private final SchemaKeeping keeping;
    private final JdbcConnectionDetails application;
    private final EvidenceArchive evidence;
    private final ApplicationEventPublisher rooms;
    private final CountyTime time;
    private final TransactionTemplate asApplication;
    private final DataSource owner;
    private final Schema schema;

    Restore(
            Flyway flyway,
            SchemaKeeping keeping,
            JdbcConnectionDetails application,
            EvidenceArchive evidence,
            ApplicationEventPublisher rooms,
            CountyTime time,
            PlatformTransactionManager transactions) {
        this.flyway = flyway;
        this.keeping = keeping;
        this.application = application;
        this.evidence = evidence;
        this.rooms = rooms;
        this.time = time;
        this.asApplication = new TransactionTemplate(transactions);
        this.owner = flyway.getConfiguration().getDataSource();
        this.schema = new Schema(owner);
    }

    /** @throws Unfit when it is no back-up that this release can read, or the place is not empty; then nothing has changed */
    Manifest from(Path from) throws IOException {
        var directory = BackupDirectory.open(from);
        var manifest = directory.manifest();
        for (var part : manifest.tables()) {
            directory.prove(part);
        }
        var version = MigrationVersion.fromVersion(manifest.schemaVersion());
        checkThatThisReleaseKnows(version);
        checkThatThePlaceIsEmpty();
        evidence.takeFrom(directory.evidence());
        var jdbc = JdbcClient.create(owner);
        UnfinishedRestore.begin(jdbc);
        // The mark stands in the schema before its history does: that is what the baseline is for.
        configured()
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
        new TransactionTemplate(new DataSourceTransactionManager(owner))
                .executeWithoutResult(begun -> load(directory, manifest));
        keeping.bringUp(flyway);
        schema.analyze();
        asApplication.executeWithoutResult(begun -> rooms.publishEvent(new Restored(time.now())));
        UnfinishedRestore.end(jdbc);
        return manifest;
    }

    private FluentConfiguration configured() {
        return Flyway.configure().configuration(flyway.getConfiguration());
    }

    private void load(BackupDirectory directory, Manifest manifest) {
        var keys = schema.foreignKeys();
        keys.forEach(schema::drop);
        schema.empty(schema.tables()); // migrations enter rows too
        for (var part : manifest.tables()) {
            try (var rows = directory.rows(part)) {
                var taken = schema.copyIn(new Schema.Table(part.table(), part.columns()), rows);
                if (taken != part.rows()) {
                    throw new IllegalStateException(
                            "%s: %d rows instead of %d".formatted(part.table(), taken, part.rows()));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        manifest.sequences().forEach(schema::set);
        keys.forEach(schema::add);
    }

    private void checkThatThisReleaseKnows(MigrationVersion version) {
        for (MigrationInfo known : configured().load().info().all()) {
            if (version.equals(known.getVersion())) {
                return;
            }
        }
        throw new Unfit(
                "The back-up's schema is of version " + version + ", which this release does not know.",
                "Restore it with the release that made it, or a newer one.");
    }

    private void checkThatThePlaceIsEmpty() {
        if (!schema.isEmpty()) {
            throw new Unfit(
                    "The database " + application.getJdbcUrl().replaceFirst("[?].*", "") + " is not empty.",
                    "Create a new one, or drop this one and create it again.");
        }
        if (!evidence.isEmpty()) {
            throw new Unfit(
                    "The evidence folder " + evidence.place() + " is not empty.",
                    "Name another bihuan.data-dir, or move the folder away.");
        }
    }
}
