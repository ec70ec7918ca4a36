package org.bihuan.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Objects;
import javax.sql.DataSource;
import org.bihuan.evidence.EvidenceArchive;
import org.bihuan.shared.ForUpkeep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies database and evidence to one moment while everybody goes on working: all rows of one snapshot, then the files that these
 * rows speak of. Files are only ever added meanwhile, because the store is held still.
 */
@Component
@ForUpkeep
class Backup {
    private final EvidenceArchive evidence;
    private final JdbcClient jdbc;
    private final Schema schema;
    private final TransactionTemplate snapshot;

    Backup(DataSource database, EvidenceArchive evidence, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.jdbc = JdbcClient.create(database);
        this.schema = new Schema(database);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param to a directory that is not there yet, or empty */
    Manifest to(Path to) throws IOException {
        var directory = BackupDirectory.create(to);
        // The hold comes first: a snapshot taken before it might speak of files that have just gone.
        var hold = evidence.holdStill();
        try {
            var manifest = Objects.requireNonNull(snapshot.execute(begun -> copy(directory)));
            directory.seal(manifest);
            return manifest;
        } finally {
            hold.close();
        }
    }

    private Manifest copy(BackupDirectory directory) {
        var moment = jdbc.sql("select now()").query(OffsetDateTime.class).single();
        var parts = new ArrayList<Manifest.Part>();
        for (var table : schema.tables()) {
            try {
                parts.add(directory.write(table, rows -> schema.copyOut(table, rows)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        var sequences = schema.sequences(); // after the rows: no number in them is ahead of these
        var files = evidence.copyTo(directory.evidence());
        return new Manifest(
                Manifest.FORMAT,
                moment.toInstant().toString(),
                schema.version(),
                jdbc.sql("show server_version").query(String.class).single(),
                parts,
                sequences,
                files.files(),
                files.bytes(),
                files.lost());
    }
}
