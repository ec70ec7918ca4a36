package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.bihuan.exchange.Workbooks.row;
import static org.bihuan.exchange.Workbooks.sheet;
import static org.bihuan.exchange.Workbooks.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bihuan.exchange.LedgerReading.Judged;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Files that are broken, meant ill or something else are refused with a sentence; they never break us. */
class HostileFilesTests {
    private static final Object[] HEADER = row("检查时间", "单位名称", "隐患部位", "问题描述", "级别", "整改时限");
    private static final Object[] ROW = row("2026-03-05", LedgerDraft.ENTERPRISE, "1号泵房", "没有护罩", "一般", "2026-03-20");

    private static void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> LedgerDraft.read(LedgerFile.read("台账.xlsx", content)))
                .asInstanceOf(type(InvalidInput.class))
                .satisfies(refused -> {
                    var problem = refused.problems().get(0);
                    assertThat(problem.field()).isEqualTo("file");
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(sentence(problem)).isNotBlank();
                });
    }

    private static String sentence(InvalidInput.Problem problem) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/exchange");
        messages.setDefaultEncoding("UTF-8");
        return messages.getMessage(
                "field." + problem.code(), problem.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    private static final byte[] GOOD = workbook(book -> sheet(book, "台账", HEADER, ROW));

    /** The good workbook with one part rewritten. */
    private static byte[] with(String part, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(GOOD));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new byte[0], "FILE_EMPTY");
        assertRefused("\uFEFF".getBytes(StandardCharsets.UTF_8), "NO_LEDGER");
        assertRefused(" \r\n\r\n".getBytes(StandardCharsets.UTF_8), "NO_LEDGER");
        assertRefused(workbook(book -> book.createSheet("空")), "NO_LEDGER");
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        assertRefused(new byte[LedgerFile.MAX_BYTES + 1], "FILE_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 x, NOT_A_TABLE",
        "<html><table><tr><td>1</td></tr></table></html>, NOT_A_TABLE",
        "PK\u0003\u0004rest of nothing, FILE_BROKEN"
    })
    void anotherKindOfFileIsRefused(String content, String code) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), code);
    }

    @Test
    void oldAndLockedWorkbooksPicturesAndNoiseAreRefused() {
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, "OLD_OR_LOCKED_WORKBOOK");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "NOT_A_TABLE");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'a'}, "ENCODING_UNKNOWN");
        assertRefused("检查时间,单位名称".getBytes(StandardCharsets.UTF_16LE), "NOT_A_TABLE");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(1);
        }
        assertRefused(bytes.toByteArray(), "FILE_BROKEN");
    }

    @Test
    void aCutWorkbookIsRefused() {
        assertRefused(Arrays.copyOf(GOOD, GOOD.length / 2), "FILE_BROKEN");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        assertRefused(with("xl/worksheets/sheet1.xml", xml -> xml + " ".repeat(4_000_000)), "UNPACKS_TOO_LARGE");
        assertRefused(with("xl/sharedStrings.xml", xml -> xml + " ".repeat(4_000_000)), "UNPACKS_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"})
    void entitiesAreNotFollowed(String part) throws IOException {
        assertRefused(
                with(
                        part,
                        xml -> "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + xml.substring(xml.indexOf("?>") + 2)),
                "FILE_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml"})
    void brokenPartsAreRefused(String part) throws IOException {
        assertRefused(with(part, xml -> xml.substring(0, xml.length() / 2)), "FILE_BROKEN");
    }

    @Test
    void referencesOutsideTheSheetDoNotBreakUs() throws IOException {
        for (var reference : new String[] {"ZZZZZZ1", "A0", "1A", "", "A99999999999"}) {
            var file = with("xl/worksheets/sheet1.xml", xml -> xml.replace("r=\"B2\"", "r=\"" + reference + "\""));
            try {
                LedgerDraft.read(LedgerFile.read("台账.xlsx", file));
            } catch (InvalidInput refused) {
                assertThat(refused.problems().get(0).field()).isEqualTo("file");
            }
        }
    }

    @Test
    void sharedTextsThatAreNotThereAreEmptyCells() throws IOException {
        var file = with("xl/worksheets/sheet1.xml", xml -> xml.replaceAll("(<c r=\"D2\"[^>]*><v>)\\d+", "$1999999"));

        assertThat(Workbooks.results(file).get(1).code()).isEqualTo("DESCRIPTION_MISSING");
    }

    @Test
    void controlAndHalfCharactersAreLeftOut() throws IOException {
        var file = with("xl/sharedStrings.xml", xml -> xml.replace("没有护罩", "没_x0000__x0007_有_xD800_护罩"));

        var entry = LedgerDraft.read(LedgerFile.read("台账.xlsx", file)).get(1).entry();

        assertThat(Objects.requireNonNull(entry).description()).isEqualTo("没有护罩");
    }

    @Test
    void aHundredThousandColumnsAreRefused() {
        var header = "检查时间,单位名称,隐患部位,问题描述,级别" + ",多".repeat(100_000);

        assertRefused(header.getBytes(StandardCharsets.UTF_8), "TOO_MANY_COLUMNS");
        assertRefused(
                workbook(book -> {
                    var sheet = sheet(book, "台账", HEADER, ROW);
                    Objects.requireNonNull(sheet.getRow(1)).createCell(16_000).setCellValue("x");
                }),
                "TOO_MANY_COLUMNS");
    }

    @Test
    void tooManyRowsAreRefusedAndEmptyOnesAreNotCounted() {
        var header = "检查时间,单位名称,隐患部位,问题描述,级别\n";

        assertRefused(
                (header + "1\n".repeat(ReadingBudget.MAX_ROWS)).getBytes(StandardCharsets.UTF_8), "TOO_MANY_ROWS");
        assertThat(LedgerDraft.read(LedgerFile.read(
                        "a.csv",
                        (header + ",,,,\n".repeat(ReadingBudget.MAX_ROWS * 2)).getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    @Test
    void theLimitHoldsOverAllSheetsTogether() {
        var budget = new ReadingBudget();
        for (int i = 0; i < ReadingBudget.MAX_ROWS; i++) {
            budget.row();
        }

        assertThatThrownBy(budget::row).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertRefused(
                "检查时间,单位名称,隐患部位,问题描述,级别\n2026-03-05,\"没有关上的引号,a,b\nc".getBytes(StandardCharsets.UTF_8), "CSV_BROKEN");
    }

    @Test
    void aMillionMergedRowsCostNothing() {
        var file = workbook(book -> {
            var sheet = sheet(book, "台账", HEADER, ROW, ROW);
            Workbooks.merge(sheet, "B2:B1048576");
        });

        assertThat(Workbooks.results(file)).hasSize(3);
    }

    @Test
    void aBlankCellFarBelowDoesNotMakeAMillionResults() {
        var file = workbook(book -> {
            var sheet = sheet(book, "台账", HEADER, ROW);
            sheet.createRow(1_000_000).createCell(0).setCellValue("填表人");
        });

        assertThat(Workbooks.results(file)).hasSize(3);
    }

    @Test
    void fiveThousandRowsAreReadInAFewSeconds() {
        var text = new StringBuilder("序号,检查时间,单位名称,隐患部位,问题描述,级别\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append(",2026-03-05,").append(LedgerDraft.ENTERPRISE);
            text.append(",部位").append(i).append(",描述").append(i).append(",一般\n");
        }

        var rows = LedgerDraft.read(LedgerFile.read("a.csv", text.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.stream().map(Judged::entry).filter(Objects::nonNull)).hasSize(5_000);
    }

    @Property(tries = 300)
    void noNoiseBreaksTheReading(@ForAll @Size(max = 400) byte[] noise) {
        readOrRefuse(noise);
    }

    @Property(tries = 60)
    void noFlippedByteBreaksTheReading(@ForAll int place, @ForAll byte value) {
        var file = GOOD.clone();
        file[Math.floorMod(place, file.length)] = value;
        readOrRefuse(file);
    }

    @Property(tries = 300)
    void noCellTextBreaksTheReading(@ForAll String text, @ForAll LedgerColumn column) {
        assertThat(LedgerDraft.results(LedgerDraft.aRow().with(column, text.replace("\0", "")))
                        .size())
                .isLessThanOrEqualTo(1);
    }

    private static void readOrRefuse(byte[] content) {
        try {
            LedgerDraft.read(LedgerFile.read("台账.xlsx", content));
        } catch (InvalidInput | UnknownHeaders refused) {
            assertThat(refused).isNotNull();
        }
    }
}
