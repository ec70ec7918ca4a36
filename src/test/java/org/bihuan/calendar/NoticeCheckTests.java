package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the office reads about a file before anything is written. */
class NoticeCheckTests {
    private static final String CSV = """
            date,kind,name
            2027-01-01,off,元旦
            2027-02-06,off,春节
            2027-02-20,work,春节调休上班
            """;
    private static final String JSON = """
            {"$schema": "https://example.org/schema.json", "year": 2027, "papers": [], "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "春节", "date": "2027-02-06", "isOffDay": true},
              {"name": "春节调休上班", "date": "2027-02-20", "isOffDay": false}]}
            """;

    private final NoticeCheck check = new NoticeCheck(Calendars.messages());

    @Test
    void bothFormsInBothEncodingsSayTheSame() {
        var rows = checked(CSV).rows();

        assertThat(rows).hasSize(3).last().satisfies(row -> {
            assertThat(row.day()).isEqualTo("2027-02-20");
            assertThat(row.isOff()).isFalse();
            assertThat(row.name()).isEqualTo("春节调休上班");
        });
        assertThat(checked(JSON).rows()).isEqualTo(rows);
        assertThat(checked("\uFEFF" + CSV).rows()).isEqualTo(rows);
        assertThat(check.check(2027, CSV.getBytes(Charset.forName("GBK"))).rows())
                .isEqualTo(rows);
        assertThat(checked("名称,日期,类型\n元旦,2027/1/1,放假\n\n春节,2027年2月6日,休\n春节调休上班,20270220,上班\n")
                        .rows())
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2027-02-30,off,春节    | 第2行：“2027-02-30”不是日期，应如 2027-01-01。
                    明年元旦,off,元旦      | 第2行：“明年元旦”不是日期，应如 2027-01-01。
                    ,off,元旦              | 第2行：“”不是日期，应如 2027-01-01。
                    2028-01-01,off,元旦    | 第2行：2028-01-01不属于2027年，也不在2026年12月。
                    2026-11-30,off,元旦    | 第2行：2026-11-30不属于2027年，也不在2026年12月。
                    2027-02-05,work,春节   | 第2行：2027-02-05是周五，本来就上班，不能写成调休上班；请核对日期。
                    2027-02-06,rest,春节   | 第2行：类型“rest”无法识别，应为 off（放假）或 work（调休上班）。
                    2027-02-06,off,        | 第2行：没有填写节日名称。
                    2027-01-01,off,元旦    | 第3行：2027-01-01重复，第2行已经有这一天。
                    """)
    void eachFaultIsNamedWithItsLine(String row, String sentence) {
        assertThat(checked("date,kind,name\n" + row + "\n2027-01-01,off,元旦\n").problems())
                .containsExactly(sentence);
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(checked("date,kind,name\n2027-13-01,x,\n2027-02-05,work,春节\n")
                        .problems())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                             | 文件是空的，请选择有内容的文件。
                    date,kind,name                                 | 文件里没有一天的安排。
                    2027-01-01,off,元旦                            | 没有认出表头。CSV 的第一行应为 date,kind,name 三列（或 日期,类型,名称）。
                    <html></html>                                  | 没有认出表头。CSV 的第一行应为 date,kind,name 三列（或 日期,类型,名称）。
                    {"year": 2027                                  | JSON 文件不完整或格式有误，无法读取。
                    {"year": 2027, "year": 2027, "days": []}       | JSON 文件不完整或格式有误，无法读取。
                    {"year": "2027", "days": []}                   | 这份 JSON 里没有年份（year）和日期列表（days）。
                    {"year": 2027, "days": {}}                     | 这份 JSON 里没有年份（year）和日期列表（days）。
                    {"year": 2027, "days": []}                     | 文件里没有一天的安排。
                    {"year": 2026, "days": [{}]}                   | 这是2026年的安排，您选择的是2027年。请核对年份或文件。
                    {"year": 2027, "days": [7]}                    | days 第1项：“”不是日期，应如 2027-01-01。
                    """)
    void whatIsNoNoticeAtAllIsRefusedInOneSentence(String file, String sentence) {
        assertThat(checked(file).problems()).contains(sentence);
        assertThat(checked(file).rows()).isEmpty();
    }

    @Test
    void aFileOfBytesThatAreNoTextIsRefused() {
        assertThat(check.check(2027, new byte[] {'P', 'K', 3, 4, 0, 0}).problems())
                .singleElement()
                .asString()
                .contains("不是可以读取的文本文件");
        assertThat(check.check(2027, new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF})
                        .problems())
                .singleElement()
                .asString()
                .contains("不是可以读取的文本文件");
        assertThat(check.check(2027, new byte[1_000_001]).problems())
                .singleElement()
                .asString()
                .contains("超过1MB");
    }

    @Test
    void theLastDaysOfTheDecemberBeforeMayBeMoved() {
        var rows = checked("date,kind,name\n2026-12-31,off,元旦\n2027-01-01,off,元旦\n")
                .rows();

        assertThat(rows).extracting(WorkingDayException::notice).containsExactly(2027, 2027);
        assertThat(rows.get(0).isOfItsYear()).isFalse();
        assertThat(checked("date,kind,name\n2026-12-31,off,元旦\n").problems()).containsExactly("文件里没有2027年的日期。");
    }

    @Test
    void anUnusualSumIsAWarningOnly() {
        assertThat(checked(CSV).problems()).isEmpty();
        assertThat(checked(CSV).warnings()).containsExactly("工作日放假天数减去调休上班天数为0天，通常为13天，请对照国务院办公厅通知核对是否有漏行或错行。");
        for (var year : new int[] {2024, 2025, 2026}) {
            var shipped = new StringBuilder("date,kind,name\n");
            NoticedCalendar.shipped().stream()
                    .filter(row -> row.day().getYear() == year)
                    .forEach(row -> shipped.append(row.day())
                            .append(row.isOff() ? ",off," : ",work,")
                            .append(row.name())
                            .append('\n'));
            var real = check.check(year, shipped.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(real.problems()).isEmpty();
            assertThat(real.warnings()).as("the notice of " + year).isEmpty();
        }
    }

    private NoticeCheck.Checked checked(String file) {
        return check.check(2027, file.getBytes(StandardCharsets.UTF_8));
    }
}
