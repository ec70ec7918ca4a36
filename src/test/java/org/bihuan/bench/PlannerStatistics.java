package org.bihuan.bench;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the planner knows of the rows. The database renews it by itself within a minute or two; a bench does not wait. */
public final class PlannerStatistics {
    private PlannerStatistics() {}

    /** By the owner of the tables: who only works with rows may not. */
    public static void renew(Environment environment) {
        JdbcClient.create(new DriverManagerDataSource(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password")))
                .sql("vacuum analyze")
                .update();
    }
}
