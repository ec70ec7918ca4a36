package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.organisation.OrganisationController.EnterpriseItem;
import org.bihuan.organisation.OrganisationController.Named;
import org.bihuan.organisation.OrganisationController.UnitItem;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class OrganisationControllerTests {
    private final Organisation county = SampleCounty.organisation();

    @Test
    void anOfficerFindsEveryEnterpriseByAPartOfItsName() {
        assertThat(enterprisesSeenBy("inspector-xiangyu", "丁未 建筑"))
                .containsExactly(new EnterpriseItem(
                        "91341721XN22510854",
                        "东至县示例丁未建筑工程有限公司",
                        new Named("341721100", "尧渡镇"),
                        new Named("CONSTRUCTION", "房屋建筑和市政工程")));
        assertThat(enterprisesSeenBy("office1", "")).hasSize(20);
    }

    @Test
    void peopleOfAnEnterpriseFindTheirOwnOnly() {
        assertThat(enterprisesSeenBy("safety-001", ""))
                .extracting(EnterpriseItem::creditCode)
                .containsExactly("91341721XN22510854");
        assertThat(enterprisesSeenBy("safety-001", "样例戊寅")).isEmpty();
    }

    @Test
    void anExpertFindsNone() {
        assertThat(enterprisesSeenBy("expert1", "丁未")).isEmpty();
    }

    @Test
    void everyUnitCanBeChosen() {
        assertThat(controller("safety-001").units().items())
                .hasSize(42)
                .contains(new UnitItem("xiangyu", "香隅镇人民政府", Unit.Kind.TOWN, new Named("341721107", "香隅镇")));
    }

    @Test
    void aTextTooLongIsRefusedAtItsField() {
        assertThatThrownBy(() -> enterprisesSeenBy("office1", "东".repeat(121)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("field=q, code=TOO_LONG");
    }

    private List<EnterpriseItem> enterprisesSeenBy(String person, String text) {
        return controller(person).enterprises(Map.of("q", text)).items();
    }

    private OrganisationController controller(String person) {
        var acting = county.person(PersonId.of(person)).orElseThrow();
        var login = new CurrentPerson() {
            @Override
            public Optional<Person> find() {
                return Optional.of(acting);
            }

            @Override
            public Person get() {
                return acting;
            }
        };
        return new OrganisationController(county, login, new CountyTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));
    }
}
