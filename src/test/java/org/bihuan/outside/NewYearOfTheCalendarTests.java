package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committee office takes a year's notice in by the page, looks at what it does to due dates, and confirms once. */
@InABrowser
class NewYearOfTheCalendarTests {
    private static final Path SHIPPED = Path.of("src", "main", "resources", "calendar", "working-day-exceptions.csv");

    /** Invented, as long as nothing is published; together with one more day off it has the usual sum. */
    private static final String YEAR_TO_COME = """
            2027-01-01,off,元旦
            2027-02-05,off,春节
            2027-02-06,off,春节
            2027-02-07,off,春节
            2027-02-08,off,春节
            2027-02-09,off,春节
            2027-02-10,off,春节
            2027-02-11,off,春节
            2027-02-14,work,春节调休上班
            2027-02-20,work,春节调休上班
            2027-04-05,off,清明节
            2027-05-03,off,劳动节
            2027-05-04,off,劳动节
            2027-05-05,off,劳动节
            2027-09-15,off,中秋节
            2027-09-26,work,国庆节调休上班
            2027-10-01,off,国庆节
            2027-10-04,off,国庆节
            2027-10-05,off,国庆节
            2027-10-06,off,国庆节
            2027-10-07,off,国庆节
            2027-10-09,work,国庆节调休上班
            """;

    @Test
    void aYearIsTakenInAndWhatItMovesIsConfirmedOnce(WalkedCounty county) throws IOException {
        var number = county.registered("inspector-yaodu", """
                "enterprise": "%s", "grade": "MAJOR", "criterion": "GB 35181-2025 5.1", "location": "三层走道",
                "description": "疏散通道被封堵，安全出口数量不足"
                """.formatted(county.enterpriseOf("safety-015")));
        county.completes("inspector-yaodu", number, "review", """
                {"decision": "ACCEPT", "grade": "MAJOR", "criterion": "GB 35181-2025 5.1"}
                """);
        var told = LocalDate.parse(county.fact(number, "$.dueOn")); // 90 CD, a working day

        try (var office = county.at("office1")) {
            var page = office.page();
            office.goesTo("/calendar");
            page.fill("#notice-year", String.valueOf(told.getYear()));
            page.setInputFiles("#notice-file", file("date,kind,name\n2000-01-01,off,元旦\n"));
            page.click("text=核对文件");
            assertThat(office.reads("main")).contains("文件有1处错误，没有录入", "第2行：2000-01-01不属于" + told.getYear() + "年");

            office.goesTo("/calendar");
            page.fill("#notice-year", String.valueOf(told.getYear()));
            page.setInputFiles("#notice-file", file(noticeWith(told)));
            page.click("text=核对文件");
            page.locator("#confirm").waitFor();
            office.picture("calendar-notice");
            page.locator("form[action$='take-in'] button").click();
            assertThat(office.reads("[role=status]")).contains("已录入");

            page.click("text=查看并确认");
            var line = page.locator("tr:has-text('" + number + "')");
            assertThat(line.textContent()).contains(told.toString());
            assertThat(county.fact(number, "$.dueOn"))
                    .as("nothing has moved yet")
                    .isEqualTo(told.toString());
            office.picture("calendar-due-dates");
            page.click("text=确认顺延");
            assertThat(office.reads("[role=status]")).contains("已顺延");

            office.goesTo("/hazards/" + number);
            assertThat(page.textContent("main")).contains("期限按放假安排顺延", "最初期限");
        }
        assertThat(county.fact(number, "$.originalDueOn")).isEqualTo(told.toString());
        assertThat(LocalDate.parse(county.fact(number, "$.dueOn"))).isAfter(told);
        assertThat(county.fact(number, "$.approvedDueOn")).isEqualTo(county.fact(number, "$.dueOn"));
        assertThat(county.fact(number, "$.clock.estimated")).isEqualTo("false");
    }

    @Test
    void onAPhoneTheCalendarIsReadAndNothingHangsOut(WalkedCounty county) {
        try (var office = county.onThePhone("office1")) {
            for (var path : List.of("/calendar", "/calendar/due-dates")) {
                office.goesTo(path);
                assertThat(office.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
            office.goesTo("/calendar");
            office.picture("calendar");
        }
    }

    private static FilePayload file(String content) {
        return new FilePayload("放假安排.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    /** The notice of the day's year as it ships, or an invented one, and that day off besides. */
    private static String noticeWith(LocalDate off) throws IOException {
        var notice = new StringBuilder("date,kind,name\n");
        var ofTheYear = (Files.readString(SHIPPED) + YEAR_TO_COME)
                .lines()
                .filter(line -> line.startsWith(off.getYear() + "-") && !line.startsWith(off.toString()))
                .toList();
        ofTheYear.forEach(line -> notice.append(line).append('\n'));
        return notice.append(off).append(",off,县庆日\n").toString();
    }
}
