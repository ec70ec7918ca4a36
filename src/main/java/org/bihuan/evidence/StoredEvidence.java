package org.bihuan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Copies and proves the folder of all files, one after the other through one small buffer. */
@Repository
@ForUpkeep
@EnableConfigurationProperties(EvidenceSettings.class)
class StoredEvidence implements EvidenceArchive {
    private static final int ROWS_AT_A_TIME = 1000;
    private static final int CHUNK = 1 << 16;

    private final EvidenceStore store;
    private final DataSource database;
    private final JdbcTemplate rows;

    StoredEvidence(EvidenceStore store, DataSource database) {
        this.store = store;
        this.database = database;
        this.rows = new JdbcTemplate(database);
        this.rows.setFetchSize(ROWS_AT_A_TIME);
    }

    @Override
    public Hold holdStill() {
        try {
            var connection = database.getConnection();
            try (var lock = connection.prepareStatement("select pg_advisory_lock_shared(?)")) {
                lock.setLong(1, EvidenceItems.STORE_LOCK);
                lock.execute();
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            return () -> {
                // A pool keeps the session, and with it the lock, unless it is given back.
                try (connection;
                        var unlock = connection.prepareStatement("select pg_advisory_unlock_shared(?)")) {
                    unlock.setLong(1, EvidenceItems.STORE_LOCK);
                    unlock.execute();
                } catch (SQLException gone) {
                    throw new IllegalStateException(gone);
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException("the evidence store cannot be held still", failed);
        }
    }

    @Override
    public Copied copyTo(Path folder) {
        var count = new Count();
        eachKnown(sha256 -> {
            var place = EvidenceStore.folder(folder, sha256);
            if (copy(store.file(sha256), place, sha256)) {
                count.add(place.resolve(sha256));
            } else {
                count.lost.add(sha256);
            }
        });
        return count.sum();
    }

    @Override
    public Copied takeFrom(Path folder) {
        var count = new Count();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    var sha256 = file.getFileName().toString();
                    if (!copy(file, store.folderOf(sha256), sha256)) {
                        throw new IllegalStateException("The bytes of " + file + " do not fit its name.");
                    }
                    count.add(file);
                });
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return count.sum();
    }

    @Override
    public boolean isEmpty() {
        return store.isEmpty();
    }

    @Override
    public Path place() {
        return store.root();
    }

    @Override
    public List<String> damaged() {
        var damaged = new ArrayList<String>();
        eachKnown(sha256 -> {
            if (!isWhole(store.file(sha256), sha256)) {
                damaged.add(sha256);
            }
        });
        return damaged;
    }

    private void eachKnown(Consumer<String> look) {
        rows.query("select sha256 from evidence_file order by sha256", (RowCallbackHandler)
                row -> look.accept(row.getString("sha256")));
    }

    /** @return whether the bytes fit the name; if not, nothing stays behind */
    private static boolean copy(Path from, Path folder, String sha256) {
        var to = folder.resolve(sha256);
        try {
            if (!Files.isRegularFile(from)) {
                return false;
            }
            PrivateFiles.directories(folder);
            boolean whole;
            try (var out = PrivateFiles.create(to)) {
                whole = hash(from, out).equals(sha256);
                out.force(true);
            }
            if (!whole) {
                Files.delete(to);
            }
            return whole;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isWhole(Path file, String sha256) {
        try {
            return Files.isRegularFile(file) && hash(file, null).equals(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String hash(Path file, @Nullable FileChannel copy) throws IOException {
        var hash = Sha256.fresh();
        var chunk = ByteBuffer.allocate(CHUNK);
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(chunk.clear()) >= 0) {
                chunk.flip();
                hash.update(chunk.duplicate());
                while (copy != null && chunk.hasRemaining()) {
                    copy.write(chunk);
                }
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** What has been copied so far. */
    private static final class Count {
        private final List<String> lost = new ArrayList<>();
        private long files;
        private long bytes;

        void add(Path file) {
            try {
                files++;
                bytes += Files.size(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        Copied sum() {
            return new Copied(files, bytes, List.copyOf(lost));
        }
    }
}
