package org.bihuan.organisation;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** One node of the application, as far as this room goes; several may share a database. */
final class Node implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Node(DataSource database) {
        context.registerBean(DataSource.class, () -> database);
        context.register(
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                OrganisationVersion.class,
                Regions.class,
                Units.class,
                Industries.class,
                Enterprises.class,
                People.class,
                Substitutions.class,
                OrganisationReader.class,
                RememberedOrganisation.class,
                StoredMasterData.class,
                PeopleWatch.class);
        context.refresh();
    }

    Organisation organisation() {
        return context.getBean(Organisation.class);
    }

    MasterData masterData() {
        return context.getBean(MasterData.class);
    }

    PeopleWatch peopleWatch() {
        return context.getBean(PeopleWatch.class);
    }

    TransactionOperations transaction() {
        return context.getBean(TransactionOperations.class);
    }

    /** What the background does every few seconds. */
    void looksAtTheVersion() {
        context.getBean(RememberedOrganisation.class).refresh();
    }

    @Override
    public void close() {
        context.close();
    }
}
