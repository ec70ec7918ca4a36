package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.bihuan.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the embedded database starts, and as whom the application works in it. */
class EmbeddedDatabaseTests {
    @TempDir
    Path dataDirectory;

    private final ApplicationContextRunner county = new ApplicationContextRunner()
            .withInitializer(context -> context.getEnvironment().setDefaultProfiles("demo"))
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withPropertyValues("spring.flyway.locations=classpath:db/migration/calendar")
            .withUserConfiguration(EmbeddedDatabase.class);

    @Test
    void itStartsByItselfAndIsMigratedByItsOwner() {
        county.withPropertyValues("bihuan.data-dir=" + dataDirectory).run(application -> {
            assertThat(application).hasNotFailed();
            var pool = application.getBean(HikariDataSource.class);
            assertThat(pool.getJdbcUrl()).contains("reWriteBatchedInserts=true");
            var asApplication = JdbcClient.create(pool);
            assertThat(asApplication
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("bihuan_app");
            var asOwner = JdbcClient.create(
                    application.getBean(Flyway.class).getConfiguration().getDataSource());
            assertThat(asOwner.sql("select current_user").query(String.class).single())
                    .isEqualTo("bihuan_owner");
            assertThat(asApplication
                            .sql("select tableowner from pg_tables where tablename = 'working_day_exception'")
                            .query(String.class)
                            .single())
                    .isEqualTo("bihuan_owner");
        });
        assertThat(dataDirectory.resolve("postgres/cluster/postmaster.pid"))
                .as("stopped with the application")
                .doesNotExist();
    }

    @Test
    void aDatabaseThatIsNamedIsUsedInstead() {
        var named = TestDatabase.fresh();
        county.withPropertyValues(
                        "bihuan.data-dir=" + dataDirectory,
                        "spring.datasource.url=" + named.url(),
                        "spring.datasource.username=" + TestDatabase.OWNER,
                        "spring.datasource.password=" + TestDatabase.PASSWORD)
                .run(application -> {
                    assertThat(application).hasNotFailed().doesNotHaveBean(PostgresServer.class);
                    assertThat(dataDirectory).isEmptyDirectory();
                });
    }

    @Test
    void inProductionThereIsNone() {
        county.withPropertyValues("bihuan.data-dir=" + dataDirectory, "spring.profiles.active=prod")
                .run(application -> {
                    assertThat(application).hasFailed();
                    assertThat(dataDirectory).isEmptyDirectory();
                });
    }
}
