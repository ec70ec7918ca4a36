package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.LedgerDraft.CREDIT_CODE;
import static org.bihuan.exchange.LedgerDraft.aRow;

import org.bihuan.exchange.RowResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rules 7 and 8: who must rectify, and where it is. */
class PartyTests {

    @ParameterizedTest
    @ValueSource(strings = {"东至县样例辛巳精细化工有限公司", " 东至县样例 辛巳精细化工有限公司 ", "东至县样例辛巳精细化工有限公司（原某某厂）", "东至县样例辛巳精细化工有限公司(原某某厂)"})
    void aNameFindsItsEnterprise(String name) {
        var result = aRow().with(LedgerColumn.ENTERPRISE_NAME, name).result();

        assertThat(result.normalised()).containsEntry("enterprise_credit_code", CREDIT_CODE);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aFormerNameFindsItsEnterprise() {
        var result = aRow().with(LedgerColumn.ENTERPRISE_NAME, "东至县样例戊寅建设集团实业公司")
                .with(LedgerColumn.REGION, "尧渡镇")
                .result();

        assertThat(result.normalised()).containsEntry("enterprise_credit_code", "91341721XN02736R1W");
    }

    @ParameterizedTest
    @ValueSource(strings = {"东至县样例辛巳精细化工公司", "样例辛巳精细化工", "东至县样例辛巳精细化工有限公司（香隅）"})
    void aSimilarNameIsNeverEnough(String name) {
        var result = aRow().with(LedgerColumn.ENTERPRISE_NAME, name).result();

        assertThat(result.code()).isEqualTo("ENTERPRISE_UNKNOWN");
        assertThat(result.field()).isEqualTo("enterprise_credit_code");
        assertThat(result.value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91341721XN33337R2U", "91341721xn33337r2u", "91341721-XN33337R-2U", " ９１３４１７２１ＸＮ３３３３７Ｒ２Ｕ "})
    void aCodeIsReadWithoutSpacesHyphensAndCase(String code) {
        var result = aRow().with(LedgerColumn.CREDIT_CODE, code)
                .without(LedgerColumn.ENTERPRISE_NAME)
                .result();

        assertThat(result.normalised()).containsEntry("enterprise_credit_code", CREDIT_CODE);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91341721XN33337R2",
                "91341721XN33337R2U1",
                "91341721XN33337R2V", // check character
                "9134172IXN33337R2U", // a letter that codes do not have
                "1.23E+17"
            })
    void aWrongCodeIsNeverGuessed(String code) {
        var result = aRow().with(LedgerColumn.CREDIT_CODE, code).result();

        assertThat(result.code()).isEqualTo("CREDIT_CODE_INVALID");
        assertThat(result.field()).isEqualTo("enterprise_credit_code");
        assertThat(result.normalised()).containsEntry("enterprise_credit_code", null);
    }

    @Test
    void aRightCodeThatNobodyHasIsUnknown() {
        var result = aRow().with(LedgerColumn.CREDIT_CODE, "91341721XN00001948").result();

        assertThat(result.code()).isEqualTo("ENTERPRISE_UNKNOWN");
    }

    @Test
    void theCodeWinsOverAnUnknownName() {
        var result = aRow().with(LedgerColumn.CREDIT_CODE, CREDIT_CODE)
                .with(LedgerColumn.ENTERPRISE_NAME, "东至县样例辛巳精细化工厂")
                .result();

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.warnings()).containsExactly("NAME_DIFFERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"东至县示例丁未建筑工程有限公司", "东至县样例戊寅建设集团实业公司"})
    void theNameOfAnotherEnterpriseIsAMismatch(String name) {
        var result = aRow().with(LedgerColumn.CREDIT_CODE, CREDIT_CODE)
                .with(LedgerColumn.ENTERPRISE_NAME, name)
                .result();

        assertThat(result.code()).isEqualTo("ENTERPRISE_MISMATCH");
        assertThat(result.field()).isEqualTo("enterprise_credit_code");
    }

    @ParameterizedTest
    @CsvSource({"木塔乡安监站, muta, 341721201", "县交通局, transport, 341721", "昭潭镇人民政府, zhaotan, 341721109"})
    void withoutEnterpriseAUnitIsResponsible(String responsible, String unit, String region) {
        var result = aRow().with(LedgerColumn.ENTERPRISE_NAME, "无")
                .with(LedgerColumn.RESPONSIBLE, responsible)
                .without(LedgerColumn.REGION)
                .result();

        assertThat(result.normalised())
                .containsEntry("responsible_unit_code", unit)
                .containsEntry("enterprise_credit_code", null)
                .containsEntry("region_code", region);
        assertThat(result.warnings()).containsExactly("REGION_FROM_UNIT");
    }

    @Test
    void theResponsibleMayBeAnEnterprise() {
        var result = aRow().without(LedgerColumn.ENTERPRISE_NAME)
                .with(LedgerColumn.RESPONSIBLE, LedgerDraft.ENTERPRISE)
                .result();

        assertThat(result.normalised())
                .containsEntry("enterprise_credit_code", CREDIT_CODE)
                .containsEntry("responsible_unit_code", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "本单位", "某某村"})
    void withoutAnybodyTheResponsibleIsUnknown(String responsible) {
        var result = aRow().without(LedgerColumn.ENTERPRISE_NAME)
                .with(LedgerColumn.RESPONSIBLE, responsible)
                .result();

        assertThat(result.code()).isEqualTo("RESPONSIBLE_UNKNOWN");
        assertThat(result.field()).isEqualTo("responsible_unit_code");
    }

    @ParameterizedTest
    @CsvSource({
        "香隅镇, 341721107",
        "香 口, 341721107",
        "安徽省池州市东至县香隅镇, 341721107",
        "东至县香隅镇政府, 341721107",
        "池州市东至县, 341721",
        "县经开区, 341721400"
    })
    void aRegionIsKnownByNameAliasAndWithWhatStandsAbove(String written, String code) {
        var result = aRow().with(LedgerColumn.REGION, written).result();

        assertThat(result.normalised()).containsEntry("region_code", code);
    }

    @Test
    void theCellWinsOverTheRegisteredRegion() {
        var result = aRow().with(LedgerColumn.REGION, "尧渡镇").result();

        assertThat(result.normalised()).containsEntry("region_code", "341721100");
        assertThat(result.warnings()).containsExactly("REGION_DIFFERS");
    }

    @Test
    void anEmptyRegionIsTheEnterprises() {
        var result = aRow().with(LedgerColumn.REGION, "/").result();

        assertThat(result.normalised()).containsEntry("region_code", "341721107");
        assertThat(result.warnings()).containsExactly("REGION_FROM_ENTERPRISE");
    }

    @Test
    void anotherPlaceIsNoRegion() {
        var result = aRow().with(LedgerColumn.REGION, "贵池区").result();

        assertThat(result.code()).isEqualTo("REGION_UNKNOWN");
        assertThat(result.field()).isEqualTo("region_code");
    }
}
