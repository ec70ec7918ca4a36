package org.bihuan.upkeep;

import javax.sql.DataSource;
import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Unfit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Before anything of ours touches the database: is it there, is it fit, is its schema ours, and may the application work in it. */
@Component
@ForUpkeep
class SchemaKeeping implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaKeeping.class);

    private final JdbcConnectionDetails application;

    SchemaKeeping(JdbcConnectionDetails application) {
        this.application = application;
    }

    /** @throws Unfit when the database is away, too old, or does not let one of the accounts do its work */
    @Override
    public void migrate(Flyway flyway) {
        checkAccounts(flyway);
        UnfinishedRestore.refuse(JdbcClient.create(flyway.getConfiguration().getDataSource()));
        bringUp(flyway);
    }

    /** @throws Unfit when the database is away or too old, or refuses one of the accounts */
    void checkAccounts(Flyway flyway) {
        var url = application.getJdbcUrl();
        DatabaseServer.accountAt(flyway.getConfiguration().getDataSource(), url);
        DatabaseServer.accountAt(
                new DriverManagerDataSource(url, application.getUsername(), application.getPassword()), url);
    }

    /** Migrates and gives both accounts what is theirs, on half a restore too. */
    void bringUp(Flyway flyway) {
        var owner = flyway.getConfiguration().getDataSource();
        var ownersName = DatabaseServer.accountAt(owner, application.getJdbcUrl());
        mayChangeTheSchema(owner, ownersName);
        flyway.migrate();
        var applicationsName = application.getUsername();
        if (applicationsName == null || applicationsName.equals(ownersName)) {
            LOG.warn(
                    "Account {} owns the schema and works in it: the case log is guarded by its hash chain alone",
                    ownersName);
        } else {
            new ApplicationRights(owner, applicationsName).bringIntoLine();
        }
    }

    private static void mayChangeTheSchema(DataSource owner, String account) {
        var may = JdbcClient.create(owner)
                .sql("select coalesce(has_schema_privilege(current_schema(), 'create'), false)")
                .query(Boolean.class)
                .single();
        if (!may) {
            throw new Unfit(
                    "Account " + account + " may not create tables in the database.",
                    "Let it own the schema (db/accounts.sql), or name the account that does by spring.flyway.user.");
        }
    }
}
