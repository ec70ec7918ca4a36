package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.LedgerDraft.AS_OF;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.exchange.RowResult.Outcome;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger goes out in the 42 columns, and what went out is known when it comes back. */
class LedgerExportTests {

    private static LedgerRow aLine(String number) {
        return aLine(number, false);
    }

    private static LedgerRow aLine(String number, boolean dueEstimated) {
        return new LedgerRow(
                number,
                Source.TOWN_PATROL,
                LocalDate.of(2026, 3, 5),
                "香隅镇人民政府",
                LedgerDraft.ENTERPRISE,
                LedgerDraft.CREDIT_CODE,
                "香隅镇",
                "化工和危险化学品",
                "1号泵房",
                "=cmd|' /C calc'!A0 没有护罩",
                Category.OBJECT,
                Grade.MAJOR,
                "AQ 3067-2026 5.4.4",
                "加装",
                LocalDate.of(2026, 3, 20),
                dueEstimated,
                LedgerDraft.ENTERPRISE,
                LocalDate.of(2026, 3, 18),
                2,
                0,
                "http://localhost:8080/hazards/" + number,
                LocalDate.of(2026, 3, 19),
                1,
                LocalDate.of(2026, 4, 1),
                3,
                new Particulars(
                        "甲、乙",
                        "建设单位:甲公司; 施工单位:乙公司",
                        "责任人",
                        "13812340000",
                        "危化股/丙",
                        "丁",
                        50_000L,
                        32_550L,
                        "目标",
                        "预案",
                        "部分停产",
                        "市级挂牌",
                        "县安委会",
                        60,
                        "合格",
                        "同意",
                        "戊/2026-03-19/合格",
                        "县应急局 2026.3.19",
                        "东应急整〔2026〕1号",
                        "否",
                        "备注"));
    }

    private static byte[] exported(LedgerRow... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new LedgerExport("隐患台账").write(Stream.of(lines).iterator(), count -> "导出人：某某　共" + count + "条", bytes);
        return bytes.toByteArray();
    }

    @Test
    void theHeaderIsThatOfTheTemplate() throws IOException {
        var template = LedgerFile.read("t.xlsx", ExpectedLedgerTests.bytes("ledger-import-template.xlsx"))
                .sheets()
                .get(0);

        var sheet = LedgerFile.read("e.xlsx", exported()).sheets().get(0);

        for (int column = 0; column < 42; column++) {
            assertThat(sheet.cell(1, column).map(SheetCell::text))
                    .isEqualTo(template.cell(1, column).map(SheetCell::text));
        }
        assertThat(sheet.cell(1, 42)).isEmpty();
    }

    @Test
    void everyColumnIsWritten() throws IOException {
        var sheet = LedgerFile.read("e.xlsx", exported(aLine("341721-107-2026-Z-00007")))
                .sheets()
                .get(0);

        var texts = Stream.of(LedgerColumn.values())
                .map(column ->
                        sheet.cell(2, column.no() - 1).map(SheetCell::text).orElse(""))
                .toList();
        assertThat(texts)
                .containsExactly(
                        "1",
                        "341721-107-2026-Z-00007",
                        "乡镇（园区）巡查",
                        "2026-03-05",
                        "香隅镇人民政府",
                        "甲、乙",
                        LedgerDraft.ENTERPRISE,
                        LedgerDraft.CREDIT_CODE,
                        "香隅镇",
                        "化工和危险化学品",
                        "1号泵房",
                        "=cmd|' /C calc'!A0 没有护罩",
                        "物",
                        "重大",
                        "AQ 3067-2026 5.4.4",
                        "加装",
                        "2026-03-20",
                        LedgerDraft.ENTERPRISE,
                        "责任人",
                        "138****0000",
                        "危化股/丙",
                        "丁",
                        "5/3.255",
                        "目标",
                        "预案",
                        "部分停产",
                        "市级挂牌",
                        "县安委会",
                        "60",
                        "2026-03-18",
                        "2 http://localhost:8080/hazards/341721-107-2026-Z-00007",
                        "0",
                        "合格",
                        "同意",
                        "戊/2026-03-19/合格",
                        "县应急局 2026.3.19",
                        "2026-03-19",
                        "1/2026-04-01",
                        "3",
                        "东应急整〔2026〕1号",
                        "否",
                        "备注");
    }

    @Test
    void anEstimatedDueDateIsADateAndSaysSoInTheRemarks() throws IOException {
        var sheet = LedgerFile.read("e.xlsx", exported(aLine("341721-107-2026-Z-00007", true)))
                .sheets()
                .get(0);

        assertThat(sheet.cell(2, 16).map(SheetCell::text)).contains("2026-03-20");
        assertThat(sheet.cell(2, 41).map(SheetCell::text)).contains("备注; 整改期限为预估");
    }

    @Test
    void daysAreDatesAndTextsAreNeverFormulas() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(exported(aLine("341721-107-2026-Z-00007"))))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
            assertThat(DateUtil.isCellDateFormatted(row.getCell(16))).isTrue();
            assertThat(row.getCell(11).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(11).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(10).getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void anExportSentBackIsKnownRowByRow() throws IOException {
        var numbers = List.of("341721-107-2026-Z-00007", "341721-107-2026-G-00008");
        var ledger = new LedgerMatches() {
            @Override
            public Set<HazardNumber> known(Collection<HazardNumber> asked) {
                return Set.copyOf(asked);
            }

            @Override
            public List<Held> near(Collection<Sought> sought, int days) {
                return List.of();
            }
        };

        var read = SampleCounty.reading(ledger)
                .read(
                        LedgerFile.read("e.xlsx", exported(aLine(numbers.get(0)), aLine(numbers.get(1)))),
                        HandMapping.NONE,
                        AS_OF);

        assertThat(read.rows())
                .extracting(row -> row.result().code())
                .containsExactly("HEADER", "DUPLICATE_IN_LEDGER", "DUPLICATE_IN_LEDGER", "NOTE");
        assertThat(read.rows().subList(1, 3))
                .extracting(row -> row.result().number())
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void elsewhereAnExportIsReadWithAllItsFacts() throws IOException {
        var file = LedgerFile.read("e.xlsx", exported(aLine("341721-107-2026-Z-00007")));

        var row = LedgerDraft.read(file).get(1);

        assertThat(row.result().outcome()).isEqualTo(Outcome.ACCEPTED);
        var entry = Objects.requireNonNull(row.entry());
        assertThat(entry.source()).isEqualTo(Source.TOWN_PATROL);
        assertThat(entry.category()).isEqualTo(Category.OBJECT);
        assertThat(entry.extendedTo()).isEqualTo("2026-04-01");
        assertThat(entry.particulars().plannedYuan()).isEqualTo(50_000);
        assertThat(entry.particulars().spentYuan()).isEqualTo(32_550);
        assertThat(entry.particulars().progressPercent()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "13812340000, 138****0000",
        "+86 138-1234-0000, +86 138-****-0000",
        "0566-0000511, 056*-***0511",
        "张三13812340000；李四 13912340001, 张三138****0000；李四 139****0001",
        "7012345, ***2345",
        "119, 119",
        "无, 无"
    })
    void phonesAreMasked(String phone, String masked) {
        assertThat(Phone.masked(phone)).isEqualTo(masked);
    }
}
