package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationSnapshotTests {
    private final Organisation county = SampleCounty.organisation();

    @ParameterizedTest
    @CsvSource({
        "emb-chem, HAZCHEM, 341721107, true", // a section: its trades, in the whole county
        "emb-chem, MINE,    341721107, false",
        "emb,      MINE,    341721106, true",
        "housing,  GAS,     341721100, true",
        "urban,    GAS,     341721100, true", // two departments may be competent for one trade
        "xiangyu,  HAZCHEM, 341721107, true", // a town: all trades, of its region only
        "xiangyu,  GRAIN,   341721107, true",
        "xiangyu,  HAZCHEM, 341721100, false",
        "jingkai,  HAZCHEM, 341721400, true",
        "office,   HAZCHEM, 341721107, false", // the committee office coordinates
    })
    void competenceFollowsTradeAndRegion(String unit, String industry, String region, boolean competent) {
        assertThat(county.isCompetent(unit(unit), industry, region)).isEqualTo(competent);
    }

    @Test
    void withoutATradeOnlyTheTownIsCompetent() {
        assertThat(county.isCompetent(unit("xiangyu"), null, "341721107")).isTrue();
        assertThat(county.isCompetent(unit("emb-chem"), null, "341721107")).isFalse();
    }

    @Test
    void everyRegionButTheCountyHasItsOffice() {
        assertThat(county.officeOf("341721107")).map(Unit::code).contains(UnitCode.of("xiangyu"));
        assertThat(county.officeOf("341721400")).map(Unit::code).contains(UnitCode.of("jingkai"));
        assertThat(county.officeOf("341721")).isEmpty();
        assertThat(county.regions())
                .filteredOn(region -> region.kind() != Region.Kind.COUNTY)
                .allMatch(region -> county.officeOf(region.code()).isPresent());
    }

    @Test
    void peopleAreFoundByUnitEnterpriseAndRole() {
        assertThat(county.peopleOf(UnitCode.of("xiangyu"), Set.of(Role.INSPECTOR)))
                .isNotEmpty()
                .allMatch(person -> person.is(Role.INSPECTOR) && person.worksFor(UnitCode.of("xiangyu")));
        assertThat(county.peopleOf(UnitCode.of("xiangyu"), Set.of(Role.COUNTY_LEADER)))
                .isEmpty();
        assertThat(county.holdersOf(Role.COMMITTEE_OFFICE))
                .extracting(person -> person.id().value())
                .contains("office1", "office2");
        var enterprise = county.enterprises().get(0);
        assertThat(county.peopleOf(enterprise.code()))
                .extracting(Person::id)
                .contains(enterprise.principal(), enterprise.safetyOfficer());
    }

    @Test
    void anEnterpriseIsFoundByEveryNameItHadHoweverItIsSpaced() {
        for (var enterprise : county.enterprises()) {
            assertThat(county.enterpriseNamed(enterprise.name())).contains(enterprise);
            for (var former : enterprise.formerNames()) {
                assertThat(county.enterpriseNamed(former)).contains(enterprise);
            }
        }
        assertThat(county.enterpriseNamed(" 东至县示例丁未 建筑工程有限公司　"))
                .map(e -> e.code().value())
                .contains("91341721XN22510854");
        assertThat(county.enterpriseNamed("东至县示例丁未建筑工程")).isEmpty(); // a similar name is never enough
        assertThat(county.enterpriseNamed("")).isEmpty();
    }

    @Test
    void twoCharactersFindEnterprisesNearestFirst() {
        var found = county.enterprisesMatching("丁未", 200);

        assertThat(found).isNotEmpty().allMatch(e -> (e.name() + e.formerNames()).contains("丁未"));
        assertThat(county.enterprisesMatching("丁未 建筑", 10))
                .extracting(Enterprise::name)
                .contains("东至县示例丁未建筑工程有限公司")
                .allMatch(name -> name.contains("丁未") && name.contains("建筑"));
        assertThat(county.enterprisesMatching("91341721xn2251", 10))
                .extracting(Enterprise::name)
                .containsExactly("东至县示例丁未建筑工程有限公司");
        assertThat(county.enterprisesMatching("样例戊寅建设集团实业", 10))
                .extracting(Enterprise::name)
                .containsExactly("东至县样例戊寅建设集团有限公司"); // by its former name
        assertThat(county.enterprisesMatching("没有这样的企业", 10)).isEmpty();
        assertThat(county.enterprisesMatching("", 5)).hasSize(5);
    }

    @Test
    void aNameThatTwoEnterprisesBoreIsNotGuessed() {
        var sample = county.enterprises();
        var one = withFormerName(sample.get(0), "老企业");
        var other = withFormerName(sample.get(1), "老企业");

        var names = new EnterpriseNames(List.of(one, other));

        assertThat(names.named("老企业")).isEmpty();
        assertThat(names.named(one.name())).contains(one);
    }

    private Unit unit(String code) {
        return county.unit(UnitCode.of(code)).orElseThrow();
    }

    private static Enterprise withFormerName(Enterprise e, String name) {
        return new Enterprise(
                e.code(),
                e.name(),
                List.of(name),
                e.region(),
                e.industry(),
                e.riskGrade(),
                e.address(),
                e.employees(),
                e.principal(),
                e.safetyOfficer(),
                e.mailbox());
    }
}
