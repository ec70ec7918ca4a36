package org.bihuan;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Applications that a test starts itself, under the one clock of this JVM: several on one database, or one after the other. */
public final class Nodes {
    private final Map<String, Object> surroundings;

    private Nodes(Map<String, Object> surroundings) {
        this.surroundings = surroundings;
    }

    /** On an empty database. */
    public static Nodes ofANewCounty() {
        return new Nodes(new HashMap<>(CountySurroundings.fresh()));
    }

    /** Where it keeps what it holds, as {@code --name=value}; for whoever works beside it. */
    public String[] surroundings() {
        return surroundings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    public DataSource database() {
        return new DriverManagerDataSource(
                (String) surroundings.get("spring.datasource.url"), TestDatabase.OWNER, TestDatabase.PASSWORD);
    }

    /** One that does by itself all that a node does: sweeps, wakes and sends. */
    public ConfigurableApplicationContext start() {
        return start("demo", "--bihuan.background=true");
    }

    /** One whose engine executes the timers that fall due; everything else waits for the test. */
    public ConfigurableApplicationContext startWaking() {
        return start("demo", "--bihuan.background=false");
    }

    /** One of a real county, with the settings of its operator; its background work waits for the test. */
    public ConfigurableApplicationContext startReal(String... settings) {
        return start(
                "prod",
                Stream.concat(Stream.of("--bihuan.background=false"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** The only one, with the mailbox that a county has which names no mail server. */
    public ConfigurableApplicationContext startWithItsMailbox() {
        surroundings.keySet().removeIf(setting -> setting.startsWith("spring.mail."));
        return start();
    }

    private ConfigurableApplicationContext start(String profile, String... settings) {
        var own = Stream.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--bihuan.demo.hazards=false",
                "--bihuan.mail-per-minute=6000",
                "--camunda.bpm.job-execution.enabled=true",
                "--camunda.bpm.generate-unique-process-engine-name=true",
                // Tasklist and Cockpit of a JVM are one: those of the application that all tests share must stay.
                "--camunda.bpm.webapp.enabled=false");
        return new SpringApplicationBuilder(Bihuan.class, CountyTestBeans.class)
                .profiles(profile)
                .run(Stream.of(own, Stream.of(surroundings()), Stream.of(settings))
                        .flatMap(all -> all)
                        .toArray(String[]::new));
    }
}
