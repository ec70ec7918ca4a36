package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bihuan.exchange.LedgerDraft.AS_OF;
import static org.bihuan.exchange.LedgerDraft.CREDIT_CODE;
import static org.bihuan.exchange.LedgerDraft.ENTERPRISE;
import static org.bihuan.exchange.Workbooks.merge;
import static org.bihuan.exchange.Workbooks.results;
import static org.bihuan.exchange.Workbooks.row;
import static org.bihuan.exchange.Workbooks.sheet;
import static org.bihuan.exchange.Workbooks.workbook;

import java.time.LocalDate;
import java.util.Objects;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.bihuan.exchange.FileNote.Kind;
import org.bihuan.exchange.RowResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading rules 1 to 3: which sheets, rows and cells count. */
class SheetsTests {
    private static final Object[] HEADER = row("检查时间", "单位名称", "隐患部位", "问题描述", "级别", "整改时限");
    private static final LocalDate FIFTH = LocalDate.of(2026, 3, 5);

    @Test
    void visibleSheetsWithAHeaderAreReadInFileOrder() {
        var file = workbook(book -> {
            sheet(book, "说明", row("填报说明"), row("按月报送"));
            sheet(book, "4月", HEADER, row("4月2日", ENTERPRISE, "2号泵房", "没有护罩", "一般", "2026-04-20"));
            sheet(book, "旧", HEADER, row(FIFTH, ENTERPRISE, "3号泵房", "没有护罩", "一般", FIFTH));
            sheet(book, "2026年3月", HEADER, row("3月5日", ENTERPRISE, "1号泵房", "没有护罩", "一般", FIFTH));
            book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
        });

        var read = SampleCounty.reading().read(LedgerFile.read("台账.xlsx", file), HandMapping.NONE, AS_OF);

        assertThat(read.rows())
                .extracting(
                        r -> r.result().sheet(),
                        r -> r.result().row(),
                        r -> r.result().code())
                .containsExactly(
                        tuple("4月", 1, "HEADER"),
                        tuple("4月", 2, "DATE_INVALID"), // no title and no sheet name gives the year
                        tuple("2026年3月", 1, "HEADER"),
                        tuple("2026年3月", 2, null));
        assertThat(read.notes())
                .extracting(FileNote::kind, FileNote::sheet)
                .contains(tuple(Kind.SHEET_HIDDEN, "旧"), tuple(Kind.SHEET_WITHOUT_HEADER, "说明"));
    }

    @Test
    void hiddenRowsAndColumnsAreRead() {
        var file = workbook(book -> {
            var sheet = sheet(book, "台账", HEADER, row(FIFTH, ENTERPRISE, "1号泵房", "没有护罩", "重大", FIFTH));
            Objects.requireNonNull(sheet.getRow(1)).setZeroHeight(true);
            sheet.setColumnHidden(4, true);
        });

        var read = SampleCounty.reading().read(LedgerFile.read("台账.xlsx", file), HandMapping.NONE, AS_OF);

        assertThat(read.rows().get(1).result().normalised()).containsEntry("grade", "MAJOR");
        assertThat(read.notes()).extracting(FileNote::kind).containsExactly(Kind.HIDDEN_ROWS_READ);
    }

    @Test
    void ofAHeaderThatOccursTwiceTheVisibleColumnCounts() {
        var file = workbook(book -> sheet(
                        book,
                        "台账",
                        row("级别", "检查时间", "单位名称", "隐患部位", "问题描述", "隐患等级", "隐患内容"),
                        row("重大", FIFTH, ENTERPRISE, "1号泵房", "没有护罩", "一般", "另一段"))
                .setColumnHidden(0, true));

        var result = results(file).get(1);

        assertThat(result.normalised()).containsEntry("grade", "GENERAL");
    }

    @Test
    void aCellMergedDownwardsCountsForEachOfItsRowsAndNoFurther() {
        var file = workbook(book -> {
            var sheet = sheet(
                    book,
                    "台账",
                    HEADER,
                    row(FIFTH, ENTERPRISE, "1号泵房", "没有护罩", "一般", FIFTH),
                    row(FIFTH, "", "2号泵房", "没有护罩", "一般", FIFTH),
                    row(FIFTH, "", "3号泵房", "没有护罩", "一般", FIFTH));
            merge(sheet, "B2:B3");
        });

        assertThat(results(file).stream().skip(1))
                .extracting(r -> r.normalised().get("enterprise_credit_code"), RowResult::code)
                .containsExactly(
                        tuple(CREDIT_CODE, null), tuple(CREDIT_CODE, null), tuple(null, "RESPONSIBLE_UNKNOWN"));
    }

    @Test
    void dittoIsTheValueOfTheHazardAbove() {
        var file = workbook(book -> sheet(
                book,
                "台账",
                HEADER,
                row(FIFTH, ENTERPRISE, "1号泵房", "没有护罩", "一般", FIFTH),
                row("3月小计"),
                row("同上", "同 上", "2号泵房", "同上", "同上", "同上"),
                row("同上", "同上", "3号泵房", "没有护罩", "重大", "同上")));

        assertThat(results(file).stream().filter(r -> r.outcome() == Outcome.ACCEPTED))
                .extracting(
                        r -> r.normalised().get("found_on"), r -> r.normalised().get("grade"))
                .containsExactly(
                        tuple("2026-03-05", "GENERAL"), tuple("2026-03-05", "GENERAL"), tuple("2026-03-05", "MAJOR"));
    }

    @Test
    void rowsThatHoldNoHazardAreSkippedForAReason() {
        var header = row("序号", "检查时间", "单位名称", "隐患部位", "问题描述", "级别");
        var file = workbook(book -> sheet(
                book,
                "台账",
                row("东至县2026年隐患台账"),
                header,
                row(1, FIFTH, ENTERPRISE, "1号泵房", "没有护罩", "一般"),
                row("", "", "", "", "", ""),
                row("", "", "本月 小 计", "", "1条"),
                header,
                row("累计：1条"),
                row("2", "/", "—", "", "无", "一般"),
                row("填表人：张三")));

        assertThat(results(file))
                .extracting(RowResult::row, RowResult::outcome, RowResult::code)
                .containsExactly(
                        tuple(1, Outcome.SKIPPED, "TITLE"),
                        tuple(2, Outcome.SKIPPED, "HEADER"),
                        tuple(3, Outcome.ACCEPTED, null),
                        tuple(4, Outcome.SKIPPED, "BLANK"),
                        tuple(5, Outcome.SKIPPED, "SUBTOTAL"),
                        tuple(6, Outcome.SKIPPED, "HEADER"),
                        tuple(7, Outcome.SKIPPED, "SUBTOTAL"),
                        tuple(8, Outcome.SKIPPED, "NOTE"),
                        tuple(9, Outcome.SKIPPED, "NOTE"));
    }

    @Test
    void theDatesOf1904AreCountedFromTheirOwnDay() {
        var serial = 44_624; // 2026-03-05 where day 0 is 1904-01-01
        var file = workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            var sheet = sheet(
                    book,
                    "台账",
                    HEADER,
                    row(serial, ENTERPRISE, "1号泵房", "没有护罩", "一般", Integer.toString(serial)),
                    row(0, ENTERPRISE, "2号泵房", "没有护罩", "一般", "2026-03-20"));
            var style = book.createCellStyle();
            style.setDataFormat((short) 14);
            var cell = Objects.requireNonNull(sheet.getRow(2)).getCell(0);
            cell.setCellValue(serial + 0.75);
            cell.setCellStyle(style);
        });

        assertThat(results(file).stream().skip(1))
                .extracting(
                        r -> r.normalised().get("found_on"), r -> r.normalised().get("due_on"))
                .containsExactly(tuple("2026-03-05", "2026-03-05"), tuple("2026-03-05", "2026-03-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "东至县2025年台账（截至2026年1月）, 2024, 2025-03-05",
        "东至县隐患台账, 2025年, 2025-03-05",
        "东至县隐患台账, 台账2025.12, 2025-03-05",
        "东至县2025隐患台账, 台账, 2025-03-05",
        "依据东安办〔2024〕12号, 2025年3月, 2025-03-05"
    })
    void theYearOfTheTitleCountsThenThatOfTheSheet(String title, String name, String expected) {
        var file = workbook(
                book -> sheet(book, name, row(title), HEADER, row("3月5日", ENTERPRISE, "1号泵房", "没有护罩", "一般", "")));

        assertThat(results(file).get(2).normalised()).containsEntry("found_on", expected);
    }

    @Test
    void ofAFormulaTheLastValueCounts() {
        var file = workbook(book -> {
            var sheet = sheet(
                    book,
                    "台账",
                    HEADER,
                    row("=DATE(2026,3,5)", ENTERPRISE, "1号泵房", "=CONCATENATE(\"没有\",\"护罩\")", "一般", FIFTH),
                    row(FIFTH, ENTERPRISE, "2号泵房", "=1/0", "一般", FIFTH));
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(sheet).isNotNull();
        });

        assertThat(results(file).stream().skip(1))
                .extracting(r -> r.normalised().get("found_on"), RowResult::code)
                .containsExactly(tuple("2026-03-05", null), tuple("2026-03-05", "DESCRIPTION_MISSING"));
    }

    @Test
    void aCreditCodeThatBecameANumberIsRefused() {
        var file = workbook(book -> sheet(
                book,
                "台账",
                row("检查时间", "信用代码", "隐患部位", "问题描述", "级别"),
                row(FIFTH, 123417210000000000.0, "1号泵房", "没有护罩", "一般")));

        var result = results(file).get(1);

        assertThat(result.code()).isEqualTo("CREDIT_CODE_INVALID");
        assertThat(result.value()).isEqualTo("123417210000000000");
    }

    @Test
    void theTemplateIsReadAsItIs() throws Exception {
        var file = LedgerFile.read("模板.xlsx", ExpectedLedgerTests.bytes("ledger-import-template.xlsx"));

        var read = SampleCounty.reading().read(file, HandMapping.NONE, AS_OF);

        assertThat(read.headers()).hasSize(1);
        assertThat(read.headers().get(0).columns())
                .extracting(SheetColumn::column)
                .containsExactly(LedgerColumn.values());
        assertThat(read.rows())
                .extracting(r -> r.result().outcome())
                .containsExactly(Outcome.SKIPPED, Outcome.ACCEPTED);
    }
}
