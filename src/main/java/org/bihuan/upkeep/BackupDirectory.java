package org.bihuan.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bihuan.shared.PrivateFiles;
import org.bihuan.shared.Unfit;

/** One back-up: {@code tables/<name>.gz}, {@code evidence/ab/cd/<hash>} and, written last, {@code manifest.json}. */
final class BackupDirectory {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path root;

    private BackupDirectory(Path root) {
        this.root = root;
    }

    /** @throws Unfit when something is there already */
    static BackupDirectory create(Path root) throws IOException {
        if (Files.exists(root) && !isEmptyDirectory(root)) {
            throw new Unfit(
                    root + " is not empty.", "Name a directory that is not there yet, a new one for each back-up.");
        }
        PrivateFiles.directories(root);
        PrivateFiles.directories(root.resolve("tables"));
        return new BackupDirectory(root);
    }

    /** @throws Unfit when it holds no complete back-up */
    static BackupDirectory open(Path root) {
        if (!Files.isRegularFile(root.resolve(MANIFEST))) {
            throw new Unfit(
                    root + " holds no complete back-up: " + MANIFEST + ", which is written last, is missing.",
                    "Name a directory that the command backup has finished.");
        }
        return new BackupDirectory(root);
    }

    Path evidence() {
        return root.resolve("evidence");
    }

    /** Writes the rows that are poured into the stream. */
    Manifest.Part write(Schema.Table table, ToLongFunction<OutputStream> pour) throws IOException {
        var hash = sha256();
        try (var file = PrivateFiles.create(file(table.name()))) {
            // Closing the compressor closes the channel, so what it wrote is flushed to the disk before that.
            var out =
                    new FilterOutputStream(
                            new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)), hash)) {
                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            out.write(bytes, from, length);
                        }

                        @Override
                        public void close() throws IOException {
                            flush();
                            file.force(true);
                        }
                    };
            long rows;
            try (var compressed = new GZIPOutputStream(out)) {
                rows = pour.applyAsLong(compressed);
            }
            return new Manifest.Part(
                    table.name(), table.columns(), rows, HexFormat.of().formatHex(hash.digest()));
        }
    }

    InputStream rows(Manifest.Part part) throws IOException {
        return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file(part.table()))));
    }

    /** @throws Unfit when a file is missing or has other bytes than the manifest says */
    void prove(Manifest.Part part) throws IOException {
        var file = file(part.table());
        var hash = sha256();
        if (Files.isRegularFile(file)) {
            try (var in = Files.newInputStream(file)) {
                var chunk = new byte[1 << 16];
                for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    hash.update(chunk, 0, read);
                }
            }
        }
        if (!HexFormat.of().formatHex(hash.digest()).equals(part.sha256())) {
            throw new Unfit(file + " is missing or damaged.", "Take another back-up.");
        }
    }

    void seal(Manifest manifest) throws IOException {
        var part = root.resolve(MANIFEST + ".part");
        try (var file = PrivateFiles.create(part)) {
            var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(manifest));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(part, root.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws Unfit when a newer release wrote it */
    Manifest manifest() throws IOException {
        var tree = JSON.readTree(root.resolve(MANIFEST).toFile());
        if (tree.path("format").asInt() != Manifest.FORMAT) {
            throw new Unfit(
                    root + " was written in another form than this release reads.", "Use the release that wrote it.");
        }
        return JSON.treeToValue(tree, Manifest.class);
    }

    private Path file(String table) {
        return root.resolve("tables").resolve(table + ".gz");
    }

    private static boolean isEmptyDirectory(Path path) {
        try (var inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
