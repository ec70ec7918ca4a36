package org.bihuan.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people type into the search box of the ledger. */
@CountyTest
class LedgerSearchTests {
    @Autowired
    County county;

    @Autowired
    LedgerReader ledger;

    private County.Actor inspector;
    private HazardNumber hazard;

    @BeforeEach
    void oneHazardThatNobodyElseHas() {
        inspector = county.person("inspector-yaodu");
        county.todayIs("2026-09-24");
        hazard = inspector.registers(county.aHazardAt(county.person("safety-010"))
                .dueOn("2026-10-12")
                .described("鼋鼍罐顶爬梯松脱 Ladder-7"));
    }

    @Test
    void twoCharactersFindTheCase() {
        assertThat(found("鼋鼍")).contains(hazard);
    }

    @Test
    void oneCharacterFindsItToo() {
        assertThat(found("鼍")).contains(hazard);
    }

    @Test
    void severalWordsMustAllBeThereInAnyOrder() {
        assertThat(found("爬梯  鼋鼍")).contains(hazard);
        assertThat(found("鼋鼍 阀门")).isEmpty();
    }

    @Test
    void lettersAreFoundWhateverTheirCase() {
        assertThat(found("鼋鼍 lADDER-7")).contains(hazard);
    }

    @Test
    void charactersThatLieApartAreNoWord() {
        assertThat(found("鼋罐")).isEmpty();
    }

    @Test
    void theNumberFindsItsCase() {
        assertThat(found(hazard.value())).containsExactly(hazard);
    }

    private List<HazardNumber> found(String text) {
        var query = new LedgerQuery(
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                text,
                LedgerQuery.Sort.REGISTERED,
                true,
                50,
                null);
        return ledger.search(query, inspector.person()).items().stream()
                .map(Hazard::number)
                .toList();
    }
}
