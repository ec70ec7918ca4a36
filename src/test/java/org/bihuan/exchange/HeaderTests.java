package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.bihuan.exchange.LedgerDraft.AS_OF;
import static org.bihuan.exchange.LedgerDraft.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rule 1: what a column is called, and what happens when nobody knows it. */
class HeaderTests {
    private static final String ROW = "2026-03-05,东至县样例辛巳精细化工有限公司,1号泵房,没有护罩,一般,2026-03-20";

    private static List<SheetHeader> headers(String... lines) {
        return HeaderSearch.inAll(csv(lines).sheets(), HandMapping.NONE);
    }

    private static List<String> columns(String... lines) {
        return headers(lines).get(0).columns().stream()
                .map(column -> column.column() + (column.part().isEmpty() ? "" : ":" + column.part()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"检查/发现日期", "检查时间", " 发 现 日 期 ", "*发现日期*", "发现日期：", "发现日期（必填）", "发现日期(年月日)【必填】", "检查／发现日期"})
    void aHeaderIsComparedByItsBareWords(String header) {
        assertThat(LedgerHeaders.SHIPPED.find(header)).contains(LedgerColumn.FOUND_ON);
    }

    @Test
    void theLowerTextOfATwoRowHeaderCountsFirst() {
        assertThat(columns("发现日期,企业名称,隐患描述,级别,整改责任,,,整改资金（万元）,,部门验收,,", ",,,,责任单位,责任人,联系电话,计划,实际,验收人,日期,结论", ROW))
                .containsExactly(
                        "FOUND_ON",
                        "ENTERPRISE_NAME",
                        "DESCRIPTION",
                        "GRADE",
                        "RESPONSIBLE",
                        "RESPONSIBLE_PERSON",
                        "RESPONSIBLE_PHONE",
                        "FUNDS:计划",
                        "FUNDS:实际",
                        "VERIFICATION:验收人",
                        "VERIFICATION:日期",
                        "VERIFICATION:结论");
    }

    @Test
    void oneOfTwoEqualLowerTextsIsWhatTheTextAboveItSays() {
        assertThat(columns("发现日期,企业名称,隐患描述,级别,整改,属地", ",,,,责任人,责任人", ROW))
                .endsWith("RESPONSIBLE_PERSON", "REGION_PERSON");
    }

    @Test
    void theResponsibleUnitMayStandInSeveralColumns() {
        assertThat(columns("发现日期,企业名称,隐患描述,级别,责任单位,,", ",,,,建设,施工,监理", ROW))
                .endsWith("RESPONSIBLE:建设", "RESPONSIBLE:施工", "RESPONSIBLE:监理");
    }

    @Test
    void theFirstRowOfDataIsNoHeader() {
        assertThat(headers("发现日期,企业名称,隐患部位,隐患描述,级别,整改期限", ROW).get(0).bottom()).isEqualTo(1);
    }

    @Test
    void anUnknownMandatoryHeaderIsAskedForWithSuggestions() {
        assertThatThrownBy(() -> headers("检查日期,企业,隐患部位,隐患情况说明,级别,整改期限,备用", ROW))
                .asInstanceOf(type(UnknownHeaders.class))
                .satisfies(asked -> {
                    assertThat(asked.missing()).containsExactly(LedgerColumn.ENTERPRISE_NAME, LedgerColumn.DESCRIPTION);
                    assertThat(asked.headers())
                            .extracting(UnknownHeaders.Header::column, UnknownHeaders.Header::header)
                            .containsExactly(
                                    org.assertj.core.api.Assertions.tuple("B", "企业"),
                                    org.assertj.core.api.Assertions.tuple("D", "隐患情况说明"),
                                    org.assertj.core.api.Assertions.tuple("G", "备用"));
                    assertThat(asked.headers().get(0).suggestions()).startsWith(LedgerColumn.ENTERPRISE_NAME);
                });
    }

    @Test
    void aHeaderWithFewKnownNamesIsStillAskedFor() {
        assertThatThrownBy(() -> headers("日子,谁家,啥问题,轻重", ROW))
                .asInstanceOf(type(UnknownHeaders.class))
                .satisfies(asked -> assertThat(asked.headers()).hasSize(4));
    }

    @Test
    void anEnterpriseColumnIsNotAskedForWhereCodeOrResponsibleUnitIsThere() {
        assertThat(columns("发现日期,信用代码,隐患部位,隐患描述,级别,整改期限", ROW)).contains("CREDIT_CODE");
        assertThat(columns("发现日期,责任单位,隐患部位,隐患描述,级别,整改期限,附注一", ROW)).contains("RESPONSIBLE");
    }

    @Test
    void butItIsWhereAnUnknownHeaderLooksMuchLikeIt() {
        assertThatThrownBy(() -> headers("发现日期,受检企业名称,责任单位,隐患部位,隐患描述,级别,整改期限", ROW))
                .isInstanceOf(UnknownHeaders.class);
    }

    @Test
    void aHandMappingSaysWhatNoListNames() {
        var mapping = HandMapping.of(Map.of("啥问题", 12, "谁家", "7"));

        var read = SampleCounty.reading().read(csv("发现日期,谁家,隐患部位,啥 问题：,级别,整改期限", ROW), mapping, AS_OF);

        assertThat(read.rows().get(1).entry()).isNotNull();
    }

    @Test
    void aHandMappingMayLeaveAColumnOut() {
        var columns = new HashMap<String, Object>();
        columns.put("受检企业名称", 0);

        var headers = HeaderSearch.inAll(
                csv("发现日期,受检企业名称,责任单位,隐患部位,隐患描述,级别,整改期限", ROW).sheets(), HandMapping.of(columns));

        assertThat(headers.get(0).unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"内容", "情况/内容"})
    void aHandMappingMayNameTheLowerTextOrTheWholeHeader(String header) {
        var mapping = HandMapping.of(Map.of(header, 12));

        var headers = HeaderSearch.inAll(
                csv("发现日期,企业名称,隐患部位,级别,情况,", ",,,,内容,照片数", "2026-03-05,某企业,1号泵房,一般,没有护罩,")
                        .sheets(),
                mapping);

        assertThat(headers.get(0).columns()).extracting(SheetColumn::column).contains(LedgerColumn.DESCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({"43", "-1", "abc", "1.5"})
    void aMappingToNoColumnIsRefused(String column) {
        assertThatThrownBy(() -> HandMapping.of(Map.of("啥问题", column)))
                .asInstanceOf(type(InvalidInput.class))
                .satisfies(
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo("mapping"));
    }

    @Test
    void aFileWithoutAnythingLikeAHeaderHoldsNoLedger() {
        assertThatThrownBy(() -> headers("你好", "世界"))
                .asInstanceOf(type(InvalidInput.class))
                .satisfies(
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo("NO_LEDGER"));
    }

    @Test
    void everyListedHeaderMeansOneColumn() {
        assertThat(Arrays.stream(LedgerColumn.values()).map(LedgerHeaders.SHIPPED::name))
                .doesNotHaveDuplicates()
                .hasSize(42);
    }
}
