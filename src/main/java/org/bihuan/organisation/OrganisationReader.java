package org.bihuan.organisation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole organisation as it was at one moment. */
@Component
class OrganisationReader {
    private final OrganisationVersion version;
    private final Regions regions;
    private final Units units;
    private final Industries industries;
    private final Enterprises enterprises;
    private final People people;
    private final Substitutions substitutions;

    OrganisationReader(
            OrganisationVersion version,
            Regions regions,
            Units units,
            Industries industries,
            Enterprises enterprises,
            People people,
            Substitutions substitutions) {
        this.version = version;
        this.regions = regions;
        this.units = units;
        this.industries = industries;
        this.enterprises = enterprises;
        this.people = people;
        this.substitutions = substitutions;
    }

    long version() {
        return version.present();
    }

    /** What everybody sees: tables that fit each other, although another node may be changing them. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public OrganisationSnapshot committed() {
        return read();
    }

    /** What the running transaction sees, its own changes among it; it holds the version, so nobody else changes any. */
    OrganisationSnapshot seenByThisTransaction() {
        return read();
    }

    private OrganisationSnapshot read() {
        return new OrganisationSnapshot(
                version.present(),
                regions.all(),
                units.all(),
                units.aliases(),
                industries.all(),
                enterprises.all(),
                people.all(),
                substitutions.all());
    }
}
