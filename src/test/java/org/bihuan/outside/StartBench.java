package org.bihuan.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bihuan.bench.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on an empty directory, and the second time. */
class StartBench {
    @Test
    void starts(@TempDir Path data) throws IOException {
        Figures.count("bytes of the jar", Files.size(Path.of(System.getProperty("bihuan.jar"))));
        for (var what :
                new String[] {"start to health, empty directory, with the sample hazards", "start to health again"}) {
            var start = System.nanoTime();
            try (var application = PackagedApplication.started(data, Map.of())) {
                Figures.note(what, application.at("/").getPath(), Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }
}
