package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountInWordsTests {
    private final WorkingDays days = Calendars.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-09-29 |   7 | 自2026-09-29次日起7个工作日，至2026-10-14（10月1日至7日国庆节放假，10月10日调休上班）。
                    2026-09-07 |   5 | 自2026-09-07次日起5个工作日，至2026-09-14。
                    2026-09-18 |  15 | 自2026-09-18次日起15个工作日，至2026-10-15（9月20日调休上班，9月25日至27日中秋节放假，10月1日至7日国庆节放假，10月10日调休上班）。
                    2025-01-24 |   5 | 自2025-01-24次日起5个工作日，至2025-02-07（1月26日调休上班，1月28日至2月4日春节放假）。
                    2025-12-31 |   3 | 自2025-12-31次日起3个工作日，至2026-01-06（2026年1月1日至3日元旦放假，1月4日调休上班）。
                    2026-03-06 | -15 | 自2026-03-06前一日起往前15个工作日，至2026-02-09（2月14日调休上班，2月15日至23日春节放假，2月28日调休上班）。
                    2026-12-28 |   5 | 自2026-12-28次日起5个工作日，至2027-01-04（预估）（2027年放假安排尚未录入，暂按周一至周五工作推算）。
                    """)
    void saysACountOfWorkingDays(LocalDate from, int count, String sentence) {
        assertThat(days.plusWorkingDays(from, count).explanation()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-09-07 |  15 | true  | 自2026-09-07次日起15个自然日，至2026-09-22。
                    2026-09-18 |  15 | true  | 自2026-09-18次日起15个自然日，至2026-10-03遇休息日，顺延至2026-10-08（10月1日至7日国庆节放假）。
                    2026-08-21 |  15 | true  | 自2026-08-21次日起15个自然日，至2026-09-05遇休息日，顺延至2026-09-07。
                    2026-09-05 |  15 | true  | 自2026-09-05次日起15个自然日，至2026-09-20（9月20日调休上班）。
                    2024-09-13 |  15 | true  | 自2024-09-13次日起15个自然日，至2024-09-28遇休息日，顺延至2024-09-29（9月29日调休上班）。
                    2026-09-30 |   1 | false | 自2026-09-30次日起1个自然日，至2026-10-01，遇休息日不顺延（10月1日至7日国庆节放假）。
                    2026-10-01 |   0 | true  | 以2026-10-01当日为限，至2026-10-01遇休息日，顺延至2026-10-08（10月1日至7日国庆节放假）。
                    2026-10-03 |  90 | true  | 自2026-10-03次日起90个自然日，至2027-01-01（预估）（2027年放假安排尚未录入，暂按周一至周五工作推算）。
                    """)
    void saysACountOfCalendarDays(LocalDate from, int count, boolean rollOver, String sentence) {
        assertThat(days.plusCalendarDays(from, count, rollOver).explanation()).isEqualTo(sentence);
    }
}
