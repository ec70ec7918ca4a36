package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What was measured, a JSON object a line in {@code target/bench/figures.jsonl}. */
public final class Figures {
    private static final Path FILE = Path.of("target", "bench", "figures.jsonl");

    private Figures() {}

    public static void note(String what, String size, Duration took) {
        var runtime = Runtime.getRuntime();
        System.gc(); // what stays, not what passes
        write(String.format(
                Locale.ROOT,
                "{\"what\": \"%s\", \"size\": \"%s\", \"seconds\": %.3f, \"heapMiB\": %d}%n",
                what,
                size,
                took.toNanos() / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20));
    }

    /** Of what is not time. */
    public static void count(String what, long number) {
        write("{\"what\": \"%s\", \"number\": %d}%n".formatted(what, number));
    }

    private static void write(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
