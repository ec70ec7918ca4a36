package org.bihuan.organisation;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes master data into its tables, a few statements however long the lists are. */
@Component
class StoredMasterData implements MasterData, PresentMasterData {
    private final OrganisationReader reader;
    private final OrganisationVersion version;
    private final Regions regions;
    private final Units units;
    private final Industries industries;
    private final Enterprises enterprises;
    private final People people;
    private final RememberedOrganisation remembered;
    private final ApplicationEventPublisher events;

    StoredMasterData(
            OrganisationReader reader,
            OrganisationVersion version,
            Regions regions,
            Units units,
            Industries industries,
            Enterprises enterprises,
            People people,
            RememberedOrganisation remembered,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.version = version;
        this.regions = regions;
        this.units = units;
        this.industries = industries;
        this.enterprises = enterprises;
        this.people = people;
        this.remembered = remembered;
        this.events = events;
    }

    @Override
    public Organisation look() {
        return reader.committed();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Organisation hold() {
        version.hold();
        return reader.seenByThisTransaction();
    }

    @Override
    @Transactional
    public void takeIn(
            List<Region> regions,
            List<Unit> units,
            Map<String, UnitCode> unitAliases,
            List<Industry> industries,
            List<Enterprise> enterprises,
            List<Person> people) {
        version.raise();
        this.regions.takeIn(regions);
        this.units.takeIn(units);
        this.units.takeInAliases(unitAliases);
        this.industries.takeIn(industries);
        this.units.becomeCompetent(units);
        this.enterprises.takeIn(enterprises);
        this.people.takeIn(people);
        remembered.changedHere();
        events.publishEvent(new PeopleChanged());
    }
}
