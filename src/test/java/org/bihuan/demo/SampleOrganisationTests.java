package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CountyTest;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CountyTest
class SampleOrganisationTests {
    @Autowired
    Organisation organisation;

    @Autowired
    SampleOrganisation sample;

    @Test
    void theSampleCountyIsThereWhenTheApplicationOpens() {
        assertThat(organisation.people()).hasSize(332);
        assertThat(organisation.enterprises()).hasSize(120);
        assertThat(organisation.person(PersonId.of("inspector-xiangyu"))).isPresent();
    }

    @Test
    void theNextStartFindsNothingToChange() {
        var people = organisation.people();

        sample.afterSingletonsInstantiated();

        assertThat(organisation.people()).isEqualTo(people);
    }
}
