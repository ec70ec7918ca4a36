package org.bihuan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.shared.ForUpkeep;
import org.springframework.stereotype.Component;

/**
 * The folder of all files, each under its SHA-256: {@code ab/cd/abcd…}. A file is written aside, flushed to the disk and then
 * moved to its place in one step, so that a name never stands for half a file.
 *
 * <p>Beside them: {@code arriving} with files on their way and a note for each that has just been moved, which stays if the
 * transaction that moved it never ends; {@code small} with thumbnails, which may be deleted at any time.
 */
@Component
@ForUpkeep
class EvidenceStore {
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** Left free for the database, which in a small house lives on the same disk. */
    private static final long RESERVE = 64L * 1024 * 1024;

    private static final int CHUNK = 1 << 16;
    private static final String PART = ".part";
    private static final String NOTE = ".note";

    private final Path root;
    private final Path files;
    private final Path arriving;
    private final Path small;

    EvidenceStore(EvidenceSettings settings) {
        this.root = settings.dataDir().toAbsolutePath().normalize().resolve("evidence");
        this.files = root.resolve("files");
        this.arriving = root.resolve("arriving");
        this.small = root.resolve("small");
    }

    /**
     * Writes the content aside, counting and hashing as it comes.
     *
     * @throws EvidenceRefused {@code TOO_LARGE} beyond 20 MB, {@code INCOMPLETE} when the sender's stream breaks off
     * @throws EvidenceNotStored when the disk is full or away
     */
    Arrival receive(InputStream content) {
        var part = arriving.resolve(UUID.randomUUID() + PART);
        try {
            return write(content, part);
        } catch (IOException e) {
            deleteQuietly(part);
            throw new EvidenceNotStored(e);
        } catch (RuntimeException e) {
            deleteQuietly(part);
            throw e;
        }
    }

    private Arrival write(InputStream content, Path part) throws IOException {
        Files.createDirectories(arriving);
        if (Files.getFileStore(arriving).getUsableSpace() < RESERVE) {
            throw new EvidenceNotStored(new IOException("No space left but the reserve"));
        }
        var hash = Sha256.fresh();
        var bytes = 0L;
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var chunk = new byte[CHUNK];
            for (var read = readSome(content, chunk); read >= 0; read = readSome(content, chunk)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new EvidenceRefused("TOO_LARGE");
                }
                hash.update(chunk, 0, read);
                for (var left = ByteBuffer.wrap(chunk, 0, read); left.hasRemaining(); ) {
                    out.write(left);
                }
            }
            out.force(true);
        }
        return new Arrival(part, HexFormat.of().formatHex(hash.digest()), (int) bytes);
    }

    private static int readSome(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException brokenOff) {
            throw new EvidenceRefused("INCOMPLETE");
        }
    }

    /**
     * Moves the file to its place, over an equal one if it is there. Call inside the transaction that writes its row.
     *
     * @return the note to {@link #forget} once that transaction has committed
     */
    Path settle(Arrival arrival) {
        var folder = folder(files, arrival.sha256());
        var note = arriving.resolve(arrival.sha256() + "." + UUID.randomUUID() + NOTE);
        try {
            Files.createFile(note);
            Files.createDirectories(folder);
            Files.move(
                    arrival.part(),
                    folder.resolve(arrival.sha256()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            flush(folder);
            return note;
        } catch (IOException e) {
            throw new EvidenceNotStored(e);
        }
    }

    Path root() {
        return root;
    }

    /** Whether no file is kept in it. */
    boolean isEmpty() {
        try (var inside = Files.isDirectory(files) ? Files.list(files) : Stream.<Path>empty()) {
            return inside.findAny().isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folderOf(String sha256) {
        return folder(files, sha256);
    }

    Path file(String sha256) {
        return folderOf(sha256).resolve(sha256);
    }

    Path small(String sha256) {
        return folder(small, sha256).resolve(sha256 + ".jpg");
    }

    /** Puts a thumbnail in its place in one step; who looks meanwhile sees none or all of it. */
    void keepSmall(String sha256, byte[] jpeg) {
        var part = arriving.resolve(UUID.randomUUID() + PART);
        try {
            Files.createDirectories(arriving);
            Files.createDirectories(folder(small, sha256));
            Files.write(part, jpeg, StandardOpenOption.CREATE_NEW);
            Files.move(part, small(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(part);
            throw new EvidenceNotStored(e);
        }
    }

    /** Removes a file and its thumbnail. The caller has made sure that no row speaks of it, and that none is being written. */
    void drop(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
        Files.deleteIfExists(small(sha256));
    }

    void forget(Path note) {
        deleteQuietly(note);
    }

    /** Notes of files whose transaction has not ended well since. */
    List<Path> notesOlderThan(Instant instant) throws IOException {
        return arrivingOlderThan(instant, NOTE);
    }

    static String sha256Of(Path note) {
        var name = note.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    /** Removes what senders, or nodes that were killed, left unfinished. */
    void dropPartsOlderThan(Instant instant) throws IOException {
        arrivingOlderThan(instant, PART).forEach(EvidenceStore::deleteQuietly);
    }

    private List<Path> arrivingOlderThan(Instant instant, String ending) throws IOException {
        var old = new ArrayList<Path>();
        if (Files.isDirectory(arriving)) {
            try (var all = Files.newDirectoryStream(arriving, "*" + ending)) {
                for (var file : all) {
                    if (isOlder(file, instant)) {
                        old.add(file);
                    }
                }
            }
        }
        return old;
    }

    private static boolean isOlder(Path file, Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    /** Where a hash lies under a root. */
    static Path folder(Path root, String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    /** Makes the move itself durable, where the system can: a folder cannot be opened on every one. */
    private static void flush(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows refuses to open folders and writes them through by itself.
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // Nothing depends on it: the sweeper tries again.
        }
    }
}
