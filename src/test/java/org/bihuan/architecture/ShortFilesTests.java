package org.bihuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source file that has grown over 16 KB is several things by now; each gets a name of its own. */
class ShortFilesTests {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final long LONGEST_BYTES = 16 * 1024;

    @Test
    void noSourceFileIsLongerThanAReadersPatience() throws IOException {
        assertThat(Files.exists(SOURCES.resolve("org/bihuan/Bihuan.java"))).isTrue();
        assertThat(tooLong(SOURCES)).isEmpty();
    }

    @Test
    void aLongerOneIsNoticed(@TempDir Path house) throws IOException {
        Files.writeString(house.resolve("Short.java"), "a".repeat(16 * 1024));
        Files.writeString(house.resolve("Long.java"), "a".repeat(16 * 1024 + 1));

        assertThat(tooLong(house))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Long.java");
    }

    private static List<Path> tooLong(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toFile().length() > LONGEST_BYTES)
                    .toList();
        }
    }
}
