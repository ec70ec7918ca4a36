package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar target/bihuan.jar} in a process of its own, on a free port and a data directory of the test's choice.
 *
 * <p>Settings are given by environment variables, as {@code contract.md} 2 allows.
 */
public final class PackagedApplication implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Process process;
    private final int port;
    private final Path log;

    private PackagedApplication(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it and returns once it is healthy. */
    public static PackagedApplication started(Path dataDirectory, Map<String, String> settings) {
        var application = launched(dataDirectory, settings);
        application.awaitHealth();
        return application;
    }

    /** Starts it and returns at once. */
    public static PackagedApplication launched(Path dataDirectory, Map<String, String> settings) {
        return launched(command(), dataDirectory, settings);
    }

    /** The same by a command of the test's own. */
    public static PackagedApplication launched(List<String> command, Path dataDirectory, Map<String, String> settings) {
        try {
            var port = freePort();
            Files.createDirectories(dataDirectory);
            var log =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "outside")), "application-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment(dataDirectory, port));
            builder.environment().putAll(settings);
            return new PackagedApplication(builder.start(), port, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Somebody who calls it, not logged in. */
    public Caller caller() {
        return new Caller(this);
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends it as kill -9 does: nothing in it runs any more, and what it started lives on. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop, as an operator does, and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Waits for it to end by itself. */
    public int exitCode() {
        awaitEnd();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    /** Returns once it is healthy. */
    public void awaitHealth() {
        var giveUp = System.nanoTime() + START_LIMIT.toNanos();
        while (!isHealthy()) {
            assertThat(process.isAlive())
                    .as("it ended during its start:%n%s", log())
                    .isTrue();
            if (System.nanoTime() > giveUp) {
                kill();
                throw new AssertionError("no health within " + START_LIMIT + ":\n" + log());
            }
            pause();
        }
    }

    private boolean isHealthy() {
        try {
            return caller().get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends within %s:%n%s", STOP_LIMIT, log())
                    .isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A process of its own tells nobody when it is ready, so its health is asked for until the time limit. */
    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What {@code mvn package} makes. */
    public static Path jar() {
        var jar = Path.of(Objects.requireNonNullElse(System.getProperty("bihuan.jar"), "target/bihuan.jar"));
        assertThat(jar).as("the jar that `mvn package` makes").isRegularFile();
        return jar;
    }

    private static List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx1g", "-jar", jar().toString());
    }

    private static Map<String, String> environment(Path dataDirectory, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("BIHUAN_DATA_DIR", dataDirectory.toAbsolutePath().toString());
        environment.put("BIHUAN_BASE_URL", "http://127.0.0.1:" + port);
        return environment;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
