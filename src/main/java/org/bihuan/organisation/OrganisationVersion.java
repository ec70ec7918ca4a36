package org.bihuan.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that tells every node whether the master data it remembers is still the present one. */
@Repository
class OrganisationVersion {
    private final JdbcClient jdbc;

    OrganisationVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long present() {
        return jdbc.sql("select version from organisation_version")
                .query(Long.class)
                .single();
    }

    /** Until the transaction ends nobody else changes master data. */
    void hold() {
        jdbc.sql("select version from organisation_version for update")
                .query(Long.class)
                .single();
    }

    /** Raises it; until the transaction ends nobody else changes master data. */
    void raise() {
        jdbc.sql("update organisation_version set version = version + 1").update();
    }
}
