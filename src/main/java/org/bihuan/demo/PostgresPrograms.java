package org.bihuan.demo;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of the packaged PostgreSQL: unpacked once, then run from there. */
final class PostgresPrograms {
    /** One per archive of io.zonky.test.postgres; only the one of the machine at hand is packaged. */
    private static final String ARCHIVE = "classpath*:/postgres-*.txz";

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path directory;
    private final List<String> prefix;

    private PostgresPrograms(Path directory, List<String> prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /** Unpacks below the given directory unless that has been done; two at once do no harm. */
    static PostgresPrograms in(Path parent) throws IOException {
        var archive = archive();
        var directory = parent.resolve(nameFor(archive));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(parent);
            var unpacking = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, unpacking);
            try {
                Files.move(unpacking, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException somebodyWasFaster) {
                FileSystemUtils.deleteRecursively(unpacking);
                if (!Files.isDirectory(directory)) {
                    throw somebodyWasFaster;
                }
            }
        }
        return new PostgresPrograms(directory, prefix());
    }

    /** Removes what other versions and interrupted starts left beside these; nothing may run from there any more. */
    void removeOthers() throws IOException {
        try (var siblings = Files.list(directory.resolveSibling(""))) {
            for (var sibling : siblings.filter(path -> !path.equals(directory)).toList()) {
                FileSystemUtils.deleteRecursively(sibling);
            }
        }
    }

    /**
     * Runs one of the programs to its end.
     *
     * @param output takes what it prints, replacing what an earlier one printed
     * @return its exit code
     */
    int run(Path output, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(directory
                .resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // Settings of another PostgreSQL of this person must not reach ours.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", stopped);
        }
    }

    private static URL archive() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources(ARCHIVE);
        if (found.length != 1) {
            throw new FileNotFoundException("expected one archive " + ARCHIVE + ", found " + List.of(found));
        }
        return found[0].getURL();
    }

    private static String nameFor(URL archive) throws IOException {
        var connection = archive.openConnection();
        var mark = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return "postgres-" + Long.toHexString(mark);
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var stream = archive.openStream();
                var unzipped = new XZInputStream(new BufferedInputStream(stream));
                var files = new TarArchiveInputStream(unzipped)) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(files, path);
                    if (path.startsWith(target.resolve("bin")) && !path.toFile().setExecutable(true)) {
                        throw new IOException("cannot be made executable: " + path);
                    }
                }
            }
        }
    }

    /** PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, and the files stay its own. */
    private static List<String> prefix() {
        return !WINDOWS && "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
