package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands every application under test a database and a data directory of its own, and the mail server of this JVM. */
class CountySurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String BASE_URL = "http://localhost:8080";

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("surroundings of this test application", fresh()));
    }

    static Map<String, Object> fresh() {
        var database = TestDatabase.fresh();
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", TestDatabase.APP,
                "spring.datasource.password", TestDatabase.PASSWORD,
                "spring.flyway.user", TestDatabase.OWNER,
                "spring.flyway.password", TestDatabase.PASSWORD,
                "spring.mail.host", TestMailServer.HOST,
                "spring.mail.port", TestMailServer.running().getSmtp().getPort(),
                "bihuan.data-dir", dataDirectory().toString(),
                "bihuan.base-url", BASE_URL);
    }

    private static Path dataDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "county-")
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
