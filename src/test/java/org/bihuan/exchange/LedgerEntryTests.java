package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.LedgerDraft.aRow;
import static org.bihuan.exchange.LedgerDraft.csv;

import java.time.LocalDate;
import java.util.Objects;
import org.bihuan.exchange.RowResult.Outcome;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a row says survives: the columns of domain 9.1 and reading rules 5, 9 and 10. */
class LedgerEntryTests {

    @Test
    void aRowOfTheCountysLedgerIsTakenWhole() throws Exception {
        var file = LedgerFile.read("a.xlsx", ExpectedLedgerTests.bytes("ledger-2026.xlsx"));

        var entry = Objects.requireNonNull(LedgerDraft.read(file).stream()
                .filter(row -> row.result().row() == 9)
                .findFirst()
                .orElseThrow()
                .entry());

        assertThat(entry.externalNumber()).isEqualTo("ZD2026-01");
        assertThat(entry.source()).isEqualTo(Source.SELF_CHECK);
        assertThat(entry.foundOn()).isEqualTo("2026-01-14");
        assertThat(entry.findingUnit()).isNull(); // a text that names no unit
        assertThat(entry.enterprise()).isEqualTo(CreditCode.of("91341721XN64698J22"));
        assertThat(entry.region()).isEqualTo("341721102");
        assertThat(entry.industry()).isEqualTo("GAS");
        assertThat(entry.location()).isEqualTo("液化气瓶组间");
        assertThat(entry.description()).isEqualTo("瓶组间可燃气体报警与紧急切断均未安装，且紧邻就餐大厅");
        assertThat(entry.category()).isEqualTo(Category.OBJECT);
        assertThat(entry.grade()).isEqualTo(Grade.MAJOR);
        assertThat(entry.criterion()).isEqualTo("建城规〔2023〕4号 第五条(五)");
        assertThat(entry.basisDocumentNo()).isEqualTo("建城规〔2023〕4号");
        assertThat(entry.requirement()).isEqualTo("停止供气，加装报警切断装置，整改期间改用电灶具");
        assertThat(entry.dueOn()).isEqualTo("2026-04-14");
        assertThat(entry.completedOn()).isEqualTo("2026-04-03");
        assertThat(entry.closedOn()).isEqualTo("2026-04-03");
        assertThat(entry.isClosed()).isTrue();
        assertThat(entry.extensions()).isZero();
        assertThat(entry.particulars().responsible()).isEqualTo("示例戊辰燃气配送");
        var more = entry.particulars();
        assertThat(more.inspectors()).isEqualTo("检查组（示例）");
        assertThat(more.responsiblePerson()).isEqualTo("负责人（示例）");
        assertThat(more.responsiblePhone()).isEqualTo("0566-0009827");
        assertThat(more.industryDepartment()).isEqualTo("住建局/检查员（示例）");
        assertThat(more.regionPerson()).isEqualTo("大渡口镇分管负责人（示例）");
        assertThat(more.plannedYuan()).isZero();
        assertThat(more.spentYuan()).isZero();
        assertThat(more.goal()).isEqualTo("彻底消除隐患，恢复安全条件");
        assertThat(more.contingency()).startsWith("已制定专项应急预案");
        assertThat(more.suspension()).isEqualTo("部分停产");
        assertThat(more.listingLevel()).isEqualTo("否");
        assertThat(more.progressPercent()).isEqualTo(100);
        assertThat(more.selfAcceptance()).isEqualTo("合格");
        assertThat(more.expertEvaluation()).isEqualTo("专家组意见：同意方案");
        assertThat(more.verification()).isEqualTo("检查员（示例）/2026-04-03/已整改到位");
        assertThat(more.countersign()).isEqualTo("县应急局 2026.4.3");
        assertThat(more.recurrence()).isEqualTo("否");
        assertThat(more.remark()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "一般, GENERAL",
        "一 般, GENERAL",
        "一般隐患, GENERAL",
        "一般事故隐患, GENERAL",
        "重大, MAJOR",
        "重大隐患, MAJOR",
        "重大事故隐患 , MAJOR"
    })
    void theGradeIsOneOfTwo(String written, Grade grade) {
        assertThat(aRow().with(LedgerColumn.GRADE, written).entry().grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "较大", "三级", "一般或重大", "/"})
    void anythingElseIsNoGrade(String written) {
        var result = aRow().with(LedgerColumn.GRADE, written).result();

        assertThat(result.code()).isEqualTo("GRADE_UNKNOWN");
        assertThat(result.field()).isEqualTo("grade");
    }

    @Test
    void ofSeveralErrorsTheFirstInTheOrderOfTheRulesCounts() {
        var row = aRow().with(LedgerColumn.DESCRIPTION, "无")
                .with(LedgerColumn.GRADE, "?")
                .with(LedgerColumn.FOUND_ON, "昨天")
                .with(LedgerColumn.ENTERPRISE_NAME, "没有这家")
                .with(LedgerColumn.REGION, "没有这里");

        assertThat(row.result().code()).isEqualTo("DESCRIPTION_MISSING");
        assertThat(row.with(LedgerColumn.DESCRIPTION, "有").result().code()).isEqualTo("GRADE_UNKNOWN");
        assertThat(row.with(LedgerColumn.GRADE, "一般").result().code()).isEqualTo("DATE_INVALID");
        assertThat(row.with(LedgerColumn.FOUND_ON, "2026-03-05").result().code())
                .isEqualTo("ENTERPRISE_UNKNOWN");
        assertThat(row.with(LedgerColumn.ENTERPRISE_NAME, LedgerDraft.ENTERPRISE)
                        .result()
                        .code())
                .isEqualTo("REGION_UNKNOWN");
        assertThat(row.with(LedgerColumn.REGION, "香隅").result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29, 安监总管三〔2017〕121号（化工部分） 第四项, 安监总管三〔2017〕121号（化工部分）, ",
        "2026-09-30, 安监总管三[2017]121号(化工部分)第四项, 安监总管三〔2017〕121号（化工部分）, BASIS_NOT_IN_FORCE",
        "2026-09-30, 依据AQ3067-2026 5.4.4, AQ 3067-2026, ",
        "2026-09-29, AQ 3067-2026 5.4.4, AQ 3067-2026, BASIS_NOT_IN_FORCE",
        "2026-09-29, 现场判断, , "
    })
    void aMajorNamesADocumentThatWasInForce(
            String found, String criterion, @Nullable String document, @Nullable String warning) {
        var result = aRow().with(LedgerColumn.GRADE, "重大")
                .with(LedgerColumn.FOUND_ON, found)
                .with(LedgerColumn.DUE_ON, "2026-12-01")
                .with(LedgerColumn.CRITERION, criterion)
                .result();

        assertThat(result.normalised()).containsEntry("basis_document_no", document);
        assertThat(String.join(",", result.warnings())).isEqualTo(warning == null ? "" : warning);
    }

    @Test
    void aGeneralHazardNamesNone() {
        var row = aRow().with(LedgerColumn.CRITERION, "AQ 3067-2026 5.4.4");

        assertThat(row.result().normalised()).containsEntry("basis_document_no", null);
        assertThat(row.entry().criterion()).isEqualTo("AQ 3067-2026 5.4.4");
    }

    @ParameterizedTest
    @CsvSource({
        "5/3.2, 50000, 32000",
        "5/, 50000, ",
        "/3.2, , 32000",
        "2万元, 20000, ",
        "0.05, 500, ",
        "5000元/4800元, 5000, 4800",
        "'1,000', 10000000, ",
        "0.055, 550, ",
        "约5万, , ",
        "无, , ",
        "5/-, 50000, "
    })
    void moneyIsKeptInYuan(String written, @Nullable Long planned, @Nullable Long spent) {
        var more = aRow().with(LedgerColumn.FUNDS, written).entry().particulars();

        assertThat(more.plannedYuan()).isEqualTo(planned);
        assertThat(more.spentYuan()).isEqualTo(spent);
    }

    @Test
    void aHeaderInYuanSaysSo() {
        var rows = LedgerDraft.read(csv("发现日期,企业名称,隐患描述,级别,整改资金（元）", "2026-03-05,东至县样例辛巳精细化工有限公司,没有护罩,一般,800"));

        assertThat(Objects.requireNonNull(rows.get(1).entry()).particulars().plannedYuan())
                .isEqualTo(800);
    }

    @ParameterizedTest
    @CsvSource({"100%, 100", "60, 60", "0.6, 60", "待验收, ", "150%, ", "0, 0", "-5, "})
    void progressIsAPercentage(String written, @Nullable Integer percent) {
        assertThat(aRow().with(LedgerColumn.PROGRESS, written)
                        .entry()
                        .particulars()
                        .progressPercent())
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"人, PERSON", "物, OBJECT", "环境因素, ENVIRONMENT", "管理, MANAGEMENT", "M03, MANAGEMENT", "别的, OBJECT"})
    void theCategoryIsOneOfFour(String written, Category category) {
        assertThat(aRow().with(LedgerColumn.CATEGORY, written).entry().category())
                .isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"群众举报, PUBLIC_REPORT", "乡镇(园区)巡查, TOWN_PATROL", "MEDIA, MEDIA", "听说, ROUTINE_INSPECTION"})
    void theSourceIsACodeOrItsName(String written, Source source) {
        assertThat(aRow().with(LedgerColumn.SOURCE, written).entry().source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"工贸, INDUSTRIAL", "工贸（建材、机械）, INDUSTRIAL", "化工, HAZCHEM", "其他, HAZCHEM"})
    void theIndustryIsTheEnterprisesWhereTheCellNamesNone(String written, String industry) {
        assertThat(aRow().with(LedgerColumn.INDUSTRY, written).entry().industry())
                .isEqualTo(industry);
    }

    @Test
    void theFindingUnitIsAUnitOrNothing() {
        assertThat(aRow().with(LedgerColumn.FINDING_UNIT, "应急执法大队").entry().findingUnit())
                .isEqualTo(UnitCode.of("emb-enforcement"));
        assertThat(aRow().with(LedgerColumn.FINDING_UNIT, "样例己酉燃气").entry().findingUnit())
                .isNull();
    }

    @Test
    void theRolesOfSeveralResponsibleUnitsAreKept() {
        var rows = LedgerDraft.read(
                csv("发现日期,企业名称,隐患描述,级别,责任单位,,", ",,,,建设单位,施工单位,监理单位", "2026-03-05,东至县样例辛巳精细化工有限公司,没有护罩,一般,甲公司,乙公司,/"));

        assertThat(Objects.requireNonNull(rows.get(2).entry()).particulars().responsible())
                .isEqualTo("建设单位:甲公司; 施工单位:乙公司");
    }

    @Test
    void withoutAPlaceItIsTheEnterprisesAddress() {
        assertThat(aRow().without(LedgerColumn.LOCATION).entry().location()).startsWith("东至县");
    }

    @Test
    void aTextIsKeptAsWrittenButForWhatCannotBeSeen() {
        var entry = aRow().with(LedgerColumn.DESCRIPTION, " 面积㎡\u0007（Ａ）\u200b<b>{{7*7}}</b>\r\n第二行\ufeff ")
                .entry();

        assertThat(entry.description()).isEqualTo("面积㎡（Ａ）<b>{{7*7}}</b>\n第二行");
    }

    @Test
    void aTextThatTheLedgerCannotKeepWholeIsRefused() {
        var result = aRow().with(LedgerColumn.DESCRIPTION, "长".repeat(4001)).result();

        assertThat(result.code()).isEqualTo("TEXT_TOO_LONG");
        assertThat(result.field()).isEqualTo("description");
        assertThat(result.message()).contains("4000");
        assertThat(Objects.requireNonNull(result.value())).hasSize(201);
        assertThat(aRow().with(LedgerColumn.DESCRIPTION, "长".repeat(4000))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anOpenRowWithACompletionStaysOpen() {
        var entry = aRow().with(LedgerColumn.COMPLETED_ON, "2026-03-18").entry();

        assertThat(entry.isClosed()).isFalse();
        assertThat(entry.completedOn()).isEqualTo(LocalDate.of(2026, 3, 18));
    }
}
