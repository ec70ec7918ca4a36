package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.Workbooks.merge;
import static org.bihuan.exchange.Workbooks.row;
import static org.bihuan.exchange.Workbooks.sheet;
import static org.bihuan.exchange.Workbooks.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.exchange.LedgerReading.Judged;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.exchange.RowResult.Outcome;
import org.junit.jupiter.api.Test;

/** Rows that cannot be taken in go back as their sender knows them, with the reason beside each. */
class RejectedRowsTests {
    private static final String REASON = "退回原因";

    private static byte[] returned(LedgerFile file) throws IOException {
        Map<Place, String> reasons = new HashMap<>();
        for (var row : LedgerDraft.read(file)) {
            if (row.result().outcome() == Outcome.REJECTED) {
                reasons.put(
                        new Place(row.result().sheet(), row.result().row()),
                        Objects.requireNonNull(row.result().message()));
            }
        }
        var bytes = new ByteArrayOutputStream();
        new RejectedRows(REASON).write(file, HeaderSearch.inAll(file.sheets(), HandMapping.NONE), reasons, bytes);
        return bytes.toByteArray();
    }

    private static List<RowResult> results(LedgerFile file) {
        return LedgerDraft.read(file).stream().map(Judged::result).toList();
    }

    @Test
    void theRejectedRowsOfTheCountysLedgerComeOutTheSameWhenSentAgain() throws IOException {
        var original = LedgerFile.read("a.xlsx", ExpectedLedgerTests.bytes("ledger-2026.xlsx"));

        var again = LedgerFile.read("b.xlsx", returned(original));

        var sheet = again.sheets().get(0);
        assertThat(sheet.name()).isEqualTo("2026年台账");
        assertThat(sheet.cell(1, 0))
                .map(SheetCell::text)
                .hasValueSatisfying(t -> assertThat(t).startsWith("东至县2026年"));
        assertThat(sheet.cell(3, 45)).map(SheetCell::text).contains(REASON);
        assertThat(HeaderSearch.inAll(again.sheets(), HandMapping.NONE).get(0).columns())
                .hasSize(45);
        assertThat(results(again).stream().skip(3))
                .extracting(RowResult::outcome, RowResult::code, RowResult::normalised)
                .containsExactlyElementsOf(results(original).stream()
                        .filter(r -> r.outcome() == Outcome.REJECTED)
                        .map(r -> org.assertj.core.api.Assertions.tuple(r.outcome(), r.code(), r.normalised()))
                        .toList());
        assertThat(sheet.cell(4, 45))
                .map(SheetCell::text)
                .hasValueSatisfying(t -> assertThat(t).contains("统一社会信用代码"));
    }

    @Test
    void aReturnedRowStandsOnItsOwn() throws IOException {
        var file = workbook(book -> {
            var day = LocalDate.of(2026, 3, 5);
            var sheet = sheet(
                    book,
                    "台账",
                    row("检查时间", "单位名称", "隐患部位", "问题描述", "级别", "整改时限"),
                    row(day, LedgerDraft.ENTERPRISE, "1号泵房", "没有护罩", "一般", day),
                    row("同上", "", "2号泵房", "没有护罩", "较大", day));
            merge(sheet, "B2:B3");
            sheet.setColumnHidden(2, true);
        });

        var again = LedgerFile.read("b.xlsx", returned(LedgerFile.read("a.xlsx", file)));

        var sheet = again.sheets().get(0);
        assertThat(sheet.rows().keySet()).containsExactly(1, 2);
        assertThat(sheet.cell(2, 0)).contains(SheetCell.date(46_086, false, "yyyy\"年\"m\"月\"d\"日\""));
        assertThat(sheet.cell(2, 1)).map(SheetCell::text).contains(LedgerDraft.ENTERPRISE);
        assertThat(sheet.isHiddenColumn(2)).isTrue();
    }

    @Test
    void daysCountedFrom1904AreReturnedAsTheyCame() throws IOException {
        var file = workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            sheet(
                    book,
                    "台账",
                    row("检查时间", "单位名称", "隐患部位", "问题描述", "级别"),
                    row(44_624, LedgerDraft.ENTERPRISE, "1号泵房", "没有护罩", "较大"));
        });

        var again = LedgerFile.read("b.xlsx", returned(LedgerFile.read("a.xlsx", file)));

        assertThat(results(again).get(1).normalised()).containsEntry("found_on", "2026-03-05");
    }

    @Test
    void aCsvFileComesBackInItsEncodingWithLineBreaksKept() throws IOException {
        var gbk = Charset.forName("GBK");
        var content = "发现日期,单位名称,问题描述,级别,备注\r\n"
                + "2026-03-05," + LedgerDraft.ENTERPRISE + ",\"第一行\n第二行，有\"\"引号\"\"\",较大,\r\n"
                + "2026-03-05," + LedgerDraft.ENTERPRISE + ",没有护罩,一般,\r\n";

        var back = new String(returned(LedgerFile.read("2026.csv", content.getBytes(gbk))), gbk);

        assertThat(back).startsWith("发现日期,单位名称,问题描述,级别,备注,退回原因\r\n2026-03-05");
        assertThat(back).contains("\"第一行\n第二行，有\"\"引号\"\"\",较大,,隐患级别“较大”无法识别");
        assertThat(back.lines().filter(line -> line.contains("没有护罩"))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsKept() throws IOException {
        var content = "\uFEFF发现日期,单位名称,问题描述,级别\r\n2026-03-05," + LedgerDraft.ENTERPRISE + ",无,一般";

        var back = returned(LedgerFile.read("a.csv", content.getBytes(StandardCharsets.UTF_8)));

        assertThat(new String(back, StandardCharsets.UTF_8)).startsWith("\uFEFF发现日期");
    }

    @Test
    void sentAgainTheReasonColumnIsNotDoubled() throws IOException {
        var once = returned(LedgerDraft.csv("发现日期,单位名称,问题描述,级别", "2026-03-05,没有这家,没有护罩,一般"));

        var twice = new String(returned(LedgerFile.read("2026.csv", once)), StandardCharsets.UTF_8);

        assertThat(twice.lines().findFirst()).contains("发现日期,单位名称,问题描述,级别,退回原因");
        assertThat(twice.lines().skip(1)).allMatch(line -> line.split("企业名录", -1).length == 2);
    }

    @Test
    void whatASpreadsheetProgramWouldComputeIsDefused() throws IOException {
        var content = List.of("=HYPERLINK(\"http://x\")", "+1+2", "-2+3", "@SUM(1)", "-5", "-", "=");
        var rows = content.stream()
                .map(text -> row("2026-03-05", "没有这家", text, "没有护罩", "一般"))
                .toList();
        var csv = new StringBuilder("发现日期,单位名称,隐患部位,问题描述,级别\n");
        rows.forEach(r -> csv.append("2026-03-05,没有这家,\"" + r[2].toString().replace("\"", "\"\"") + "\",没有护罩,一般\n"));

        var back = new String(returned(LedgerDraft.csv(csv.toString())), StandardCharsets.UTF_8);

        assertThat(back).contains("'=HYPERLINK", ",'+1+2,", ",'-2+3,", ",'@SUM(1),", ",-5,", ",-,", ",=,");
        var again = LedgerFile.read("a.csv", back.getBytes(StandardCharsets.UTF_8))
                .sheets()
                .get(0);
        assertThat(again.cell(3, 2)).map(SheetCell::text).contains("+1+2"); // read back as it was
    }

    @Test
    void aWorkbookHoldsThemAsTextThatStaysText() throws IOException {
        var file = workbook(book -> {
            var sheet = sheet(
                    book,
                    "台账",
                    row("发现日期", "单位名称", "隐患部位", "问题描述", "级别"),
                    row("2026-03-05", "没有这家", "x", "没有护罩", "一般"));
            Objects.requireNonNull(sheet.getRow(1)).getCell(2).setCellValue("=1+1");
        });

        var back = returned(LedgerFile.read("a.xlsx", file));

        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(back))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(2);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }
}
