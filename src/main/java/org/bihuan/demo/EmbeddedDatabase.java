package org.bihuan.demo;

import java.nio.file.Path;
import org.bihuan.shared.ForUpkeep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The database of the sample county when nobody names another: started before the first connection, stopped after the last.
 *
 * <p>The passwords of both accounts are drawn anew at every start and known to this process alone.
 */
@ForUpkeep
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Conditional(NoDatabaseNamed.class)
class EmbeddedDatabase {
    private static final String NAME = "bihuan";

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(@Value("${bihuan.data-dir}") Path dataDirectory) {
        var directory = dataDirectory.resolve("postgres");
        return PostgresServer.start(directory, directory.resolve("programs"));
    }

    @Bean
    PreparedDatabase preparedDatabase(PostgresServer server) {
        var database = new PreparedDatabase(
                server.url(NAME), DatabaseAccounts.freshPassword(), DatabaseAccounts.freshPassword());
        server.prepare(NAME, database.ownerPassword(), database.appPassword());
        return database;
    }

    @Bean
    JdbcConnectionDetails applicationAccount(PreparedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return DatabaseAccounts.APP;
            }

            @Override
            public String getPassword() {
                return database.appPassword();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerAccount(PreparedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return DatabaseAccounts.OWNER;
            }

            @Override
            public String getPassword() {
                return database.ownerPassword();
            }
        };
    }

    /** The database with both accounts in place. */
    record PreparedDatabase(String url, String ownerPassword, String appPassword) {}
}
