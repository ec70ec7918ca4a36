package org.bihuan.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL and what is done to it by PostgreSQL's own programs. Its caller holds the directory's lock. */
final class PostgresCluster {
    static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final long LARGEST_LOG = 10_000_000;
    private static final int TELLING_LINES = 6;

    private final Path home;
    private final Path files;
    private final Path passwordFile;
    private final Path log;
    private final Path output;
    private final PostgresPrograms programs;

    PostgresCluster(Path home, PostgresPrograms programs) {
        this.home = home;
        this.files = home.resolve("cluster");
        this.passwordFile = home.resolve("superuser.password");
        this.log = home.resolve("postgres.log");
        this.output = home.resolve("last-command.log");
        this.programs = programs;
    }

    Path home() {
        return home;
    }

    String password() throws IOException {
        return Files.readString(passwordFile);
    }

    /** A cluster under its final name is complete: it was made under another and renamed last. */
    void createIfMissing() throws IOException {
        if (Files.isDirectory(files)) {
            return;
        }
        var unfinished = home.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        writePassword();
        // Passwords from the first second on. The locale must tell letters from signs in Chinese too, and be the same
        // anywhere.
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
        makeLasting(home);
    }

    void start(int port, List<String> settings, String seconds) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, home.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        var options = settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
        if (POSIX) {
            options += " -c unix_socket_directories=''";
        }
        var exit = programs.run(
                output,
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + seconds,
                "--pgdata=" + files,
                "--log=" + log,
                "--options=-p " + port + " " + options);
        if (exit != 0) {
            throw new IOException(lastLines(log) + lastLines(output));
        }
    }

    void stop(String seconds) throws IOException {
        run("pg_ctl", "stop", "--wait", "--mode=fast", "--timeout=" + seconds, "--pgdata=" + files);
    }

    /** Stops the server that a killed application left running on these files. */
    void stopOrphan(String seconds) throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var process = alive(lines);
        if (process.isEmpty()) {
            return; // gone with its machine: PostgreSQL itself sees that and recovers
        }
        if (!isOurs(process.get(), lines)) {
            // The number went to another program after a reboot, or these files are a copy. PostgreSQL would refuse for
            // ever.
            Files.delete(pidFile);
            return;
        }
        LOG.warn(
                "An application was killed and left its PostgreSQL running as process {}; stopping it",
                process.get().pid());
        try {
            stop(seconds);
        } catch (IOException slow) {
            run("pg_ctl", "stop", "--wait", "--mode=immediate", "--timeout=" + seconds, "--pgdata=" + files);
        }
    }

    /** A process that does not say what it runs is a dead one that nobody buried, or somebody else's. */
    private boolean isOurs(ProcessHandle process, List<String> pidFile) {
        var runsPostgres = process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres")
                        || Path.of(command).endsWith("postgres.exe"))
                .orElse(false);
        var directory = files.toString();
        var runsHere = process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(directory))
                .orElse(true);
        return runsPostgres
                && runsHere
                && pidFile.size() > 1
                && Path.of(pidFile.get(1)).equals(files);
    }

    private static Optional<ProcessHandle> alive(List<String> pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException | IndexOutOfBoundsException torn) {
            return Optional.empty();
        }
    }

    private void writePassword() throws IOException {
        Files.deleteIfExists(passwordFile);
        if (POSIX) {
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(passwordFile, DatabaseAccounts.freshPassword());
        makeLasting(passwordFile);
    }

    /** Survives a power cut from here on. Windows knows no such call for directories and needs none. */
    private static void makeLasting(Path path) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var exit = programs.run(output, program, arguments);
        if (exit != 0) {
            throw new IOException(program + " ended with " + exit + ": " + lastLines(output));
        }
    }

    private static String lastLines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        var lines = Files.readAllLines(file);
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TELLING_LINES), lines.size()));
    }
}
