package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTests {
    @ParameterizedTest
    @ValueSource(strings = {"emb", "emb-chem", "yaodu"})
    void aUnitIsFoundByTheGroupOfItsLeaders(String code) {
        var unit = UnitCode.of(code);

        assertThat(UnitCode.ledBy(unit.leadersGroup())).contains(unit);
        assertThat(UnitCode.ledBy(unit.group())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theGroupOfARoleLeadsNoUnit(Role role) {
        assertThat(UnitCode.ledBy(role.group())).isEmpty();
    }

    @Test
    void theGroupsAreThoseOfTheContract() {
        assertThat(UnitCode.of("emb-chem").group()).isEqualTo("emb-chem");
        assertThat(UnitCode.of("emb-chem").leadersGroup()).isEqualTo("emb-chem-leader");
    }
}
