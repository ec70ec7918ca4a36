package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CountyTest;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CountyTest
class SampleOrganisationTests {
    @Autowired
    Organisation organisation;

    @Test
    void theSampleCountyIsThereWhenTheApplicationOpens() {
        assertThat(organisation.county()).extracting(Region::name).isEqualTo("东至县");
        assertThat(organisation.enterprises()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(organisation.person(PersonId.of("inspector-xiangyu")))
                .hasValueSatisfying(
                        person -> assertThat(person.is(Role.INSPECTOR)).isTrue());
    }
}
