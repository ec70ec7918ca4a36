package org.bihuan;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. */
public final class Chromium {
    private Chromium() {}

    /** Where there must be one (CI), its absence is a failure and no reason to skip. */
    public static boolean isHere() {
        return find().isPresent() || Boolean.parseBoolean(System.getenv("CI"));
    }

    public static Path path() {
        return find().orElseThrow(() -> new IllegalStateException("no Chromium, but CI=true demands one"));
    }

    private static Optional<Path> find() {
        var named = Stream.ofNullable(System.getenv("CHROME_BIN")).map(Path::of);
        var onThePath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"));
        return Stream.concat(named, onThePath).filter(Files::isExecutable).findFirst();
    }
}
