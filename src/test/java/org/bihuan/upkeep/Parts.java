package org.bihuan.upkeep;

import java.util.HashMap;
import java.util.Map;
import org.bihuan.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts of the house that the commands use, on the database of a test; two seconds instead of fifteen. */
final class Parts {
    private Parts() {}

    /** What a start does to the schema before anything else of the application is there. */
    static void migrate(Map<String, String> settings) {
        try (var parts = with(settings)) {
            parts.getBean(SchemaKeeping.class).migrate(parts.getBean(Flyway.class));
        }
    }

    static ConfigurableApplicationContext with(Map<String, String> settings) {
        return new SpringApplicationBuilder(UpkeepParts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new));
    }

    static Map<String, String> oneAccount(TestDatabase database, String user) {
        return Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                TestDatabase.PASSWORD);
    }

    static Map<String, String> twoAccounts(TestDatabase database, String owner, String application) {
        Map<String, String> settings = new HashMap<>(oneAccount(database, application));
        settings.put("spring.flyway.user", owner);
        settings.put("spring.flyway.password", TestDatabase.PASSWORD);
        return settings;
    }
}
