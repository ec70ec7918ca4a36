package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.LedgerDraft.aRow;

import org.bihuan.exchange.RowResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rule 4: dates in all the forms in which ledgers write them. */
class LedgerDatesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026.3.5",
                "2026/3/5",
                "2026-03-05",
                "2026-03-05 08:30",
                "2026-3-5 08:30:15",
                "2026/3/5T8:30",
                "2026年3月5日",
                "2026 年 3 月 5 日",
                "2026年3月5日 8:30",
                "20260305",
                "46086",
                "２０２６．３．５",
                " 2026\u200b-03-05 ",
                "限2026.3.5",
                "2026年3月5日前",
                "2026年3月5日之前",
                "2026.3.5止"
            })
    void aFullDateIsReadInEveryForm(String written) {
        var result = aRow().with(LedgerColumn.FOUND_ON, written).result();

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.normalised()).containsEntry("found_on", "2026-03-05");
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026年9月31日",
                "2026.13.1",
                "26.3.5",
                "3.5",
                "2026-3/5",
                "三月五日",
                "已检查",
                "2026",
                "1234567",
                "1899.1.1",
                "2150-01-01",
                "99999999",
                "2月30日"
            })
    void whatIsNoDateIsRefusedWithItsText(String written) {
        var result = aRow().with(LedgerColumn.FOUND_ON, written).result();

        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.code()).isEqualTo("DATE_INVALID");
        assertThat(result.field()).isEqualTo("found_on");
        assertThat(result.value()).isEqualTo(written);
        assertThat(result.message()).contains(written).contains("检查/发现日期");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aDiscoveryWithoutYearTakesThatOfTheFile() {
        var result = aRow().with(LedgerColumn.FOUND_ON, "3月5日").result();

        assertThat(result.normalised()).containsEntry("found_on", "2026-03-05");
        assertThat(result.warnings()).containsExactly("YEAR_ASSUMED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 3月20日, 2026-03-20", // the year of discovery
        "2025-12-20, 1月10日, 2026-01-10", // over New Year
        "2025-08-01, 1月28日, 2026-01-28", // 180 days
        "2025-11-30, 2月28日, 2026-02-28"
    })
    void anotherDateWithoutYearIsTheNearestAfterTheDiscovery(String found, String due, String expected) {
        var result = aRow().with(LedgerColumn.FOUND_ON, found)
                .with(LedgerColumn.DUE_ON, due)
                .result();

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.normalised()).containsEntry("due_on", expected);
        assertThat(result.warnings()).containsExactly("YEAR_ASSUMED");
    }

    @Test
    void beyond180DaysTheYearOfDiscoveryStandsAndTheOrderIsWrong() {
        var result = aRow().with(LedgerColumn.FOUND_ON, "2025-08-01")
                .with(LedgerColumn.DUE_ON, "1月29日") // 181 days
                .result();

        assertThat(result.code()).isEqualTo("DUE_BEFORE_FOUND");
        assertThat(result.normalised()).containsEntry("due_on", "2025-01-29");
    }

    @ParameterizedTest
    @CsvSource({
        "立即整改, 2026-09-18",
        "立行立改, 2026-09-18",
        "当场整改, 2026-09-18",
        "15日内, 2026-10-08", // 3 October is a day off, so is all until the 7th
        "限10日内, 2026-09-28",
        "3天内, 2026-09-21",
        "5个工作日内, 2026-09-24", // Sunday the 20th is worked
        "2026-10-03, 2026-10-03" // a given date stays, day off or not
    })
    void aTermCountsFromTheDayAfterDiscovery(String due, String expected) {
        var result = aRow().with(LedgerColumn.FOUND_ON, "2026-09-18")
                .with(LedgerColumn.DUE_ON, due)
                .result();

        assertThat(result.normalised()).containsEntry("due_on", expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0日内", "9999日内", "十五日内", "尽快", "立即整改2", "401个工作日内"})
    void anotherWordInTheDueColumnIsNoDate(String due) {
        var result = aRow().with(LedgerColumn.DUE_ON, due).result();

        assertThat(result.code()).isEqualTo("DATE_INVALID");
        assertThat(result.field()).isEqualTo("due_on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "无", "-", "—", "整改中"})
    void anEmptyDueDateIsAcceptedAndSaid(String due) {
        var result = aRow().with(LedgerColumn.DUE_ON, due).result();

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.normalised()).containsEntry("due_on", null);
        assertThat(result.warnings()).containsExactly("DUE_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"未销号", "未完成", "整改中", "未整改", " 未 销号 "})
    void notYetIsNoClosingDate(String closed) {
        var result = aRow().with(LedgerColumn.CLOSED_ON, closed)
                .with(LedgerColumn.COMPLETED_ON, "2026-03-18")
                .result();

        assertThat(result.normalised())
                .containsEntry("closed_on", null)
                .containsEntry("status", "OPEN")
                .containsEntry("rectified_on", "2026-03-18");
    }

    @ParameterizedTest
    @CsvSource({
        "1次/2026-09-19, 1, 2026-09-19",
        "2/2026/5/20, 2, 2026-05-20",
        "第2次/2026.5.20, 2, 2026-05-20",
        "2026/9/19, 1, 2026-09-19",
        "2026年4月3日, 1, 2026-04-03",
        "1次, 1, ",
        "0, 0, ",
        "/, 0, "
    })
    void anExtensionIsACountAndADay(String written, int count, String until) {
        var entry = aRow().with(LedgerColumn.EXTENSION, written).entry();

        assertThat(entry.extensions()).isEqualTo(count);
        assertThat(entry.extendedTo()).isEqualTo(until == null ? null : java.time.LocalDate.parse(until));
        assertThat(entry.dueOn()).isEqualTo("2026-03-20");
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND_ON, '', DATE_MISSING, found_on",
        "FOUND_ON, /, DATE_MISSING, found_on",
        "FOUND_ON, 2026-11-21, FOUND_IN_FUTURE, found_on",
        "DUE_ON, 2026-03-04, DUE_BEFORE_FOUND, due_on",
        "CLOSED_ON, 2026-03-04, CLOSED_BEFORE_FOUND, closed_on",
        "CLOSED_ON, 已销号, DATE_INVALID, closed_on",
        "COMPLETED_ON, 基本完成, DATE_INVALID, rectified_on",
        "EXTENSION, 1次/下月, DATE_INVALID, extended_to"
    })
    void datesThatCannotBeAreRefused(LedgerColumn column, String written, String code, String field) {
        var row = aRow().with(column, written);
        if (code.equals("FOUND_IN_FUTURE")) {
            row.without(LedgerColumn.DUE_ON);
        }

        var result = row.result();

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.field()).isEqualTo(field);
    }

    @Test
    void theDayItselfIsNeitherBeforeNorFuture() {
        var result = aRow().with(LedgerColumn.FOUND_ON, "2026-11-20")
                .with(LedgerColumn.DUE_ON, "2026-11-20")
                .with(LedgerColumn.CLOSED_ON, "2026-11-20")
                .result();

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.normalised()).containsEntry("status", "CLOSED");
    }
}
