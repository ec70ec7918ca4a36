package org.bihuan.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.Browser;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.ForgottenNotices;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** A year's notice over HTTP: who may hand it in, what the page says to a file that is none, and what is shown as estimated before. */
@CountyTest
class CalendarKeepingPageTests {
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final String NOTICE = "date,kind,name\n2027-01-01,off,元旦\n2027-01-02,off,元旦\n2027-01-03,off,元旦\n";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(revision|notice)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    CountyCalendar calendar;

    @Autowired
    ApplicationContext application;

    @BeforeEach
    void aYearWithoutNotice() {
        ForgottenNotices.of(2027, application);
        county.todayIs("2026-12-28");
    }

    @AfterEach
    void theYearIsUnknownAgain() {
        ForgottenNotices.of(2027, application);
    }

    @ParameterizedTest
    @CsvSource({
        "office1, true, true",
        "admin, true, false",
        "inspector-yaodu, false, false",
        "head-yaodu, false, false",
        "leader1, false, false",
        "auditor1, false, false",
        "safety-010, false, false"
    })
    void theCalendarIsKeptByTheOfficeAndAdministratorsAndDueDatesMovedByTheOfficeAlone(
            String person, boolean keeps, boolean moves) {
        var browser = at(person);

        assertThat(browser.page("/calendar").body().contains("name=\"file\"")).isEqualTo(keeps);
        assertThat(upload(browser, "2027", "2027.csv", NOTICE.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(keeps ? 200 : 403);
        assertThat(browser.form(
                                "/calendar/notice/take-in",
                                "_csrf",
                                browser.tokenOf("/calendar"),
                                "year",
                                "2027",
                                "revision",
                                "0",
                                "notice",
                                "",
                                "fileName",
                                "")
                        .status())
                .isEqualTo(keeps ? 200 : 403);
        assertThat(browser.page("/calendar/due-dates").status()).isEqualTo(moves ? 200 : 403);
        assertThat(browser.form("/calendar/due-dates", "_csrf", browser.tokenOf("/calendar"))
                        .status())
                .isEqualTo(moves ? 302 : 403);
        assertThat(calendar.workingDays().isKnown(2027)).isFalse();
    }

    @Test
    void whoIsNotLoggedInOrComesFromAnotherPageIsSentAway() {
        var stranger = Browser.at(port);
        assertThat(stranger.form("/calendar/due-dates").status()).isIn(302, 403);
        assertThat(at("office1").form("/calendar/due-dates").status()).isEqualTo(403);
    }

    @Test
    void aNoticeIsLookedAtFirstAndTakenInByTheSecondStepOnly() {
        var office = at("office1");
        var look = upload(office, "2027", "二〇二七.csv", NOTICE.getBytes(Charset.forName("GBK")));

        assertThat(look.body()).contains("1月1日至3日", "元旦", "确认录入", "录入后有3天的安排与现在不同", "工作日放假天数减去调休上班天数为1天");
        assertThat(calendar.workingDays().isKnown(2027)).isFalse();

        var taken = confirm(office, look, "2027");
        assertThat(taken.status()).isEqualTo(302);
        assertThat(calendar.workingDays().isKnown(2027)).isTrue();
        assertThat(office.page("/calendar?"
                                + URI.create(taken.header("Location")).getQuery())
                        .body())
                .contains("已录入，3天的安排已更新", "2027年工作日历");

        assertThat(confirm(office, look, "2027").header("Location"))
                .as("a second click")
                .contains("/calendar");
        assertThat(upload(office, "2027", "again.csv", NOTICE.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("与现有的2027年工作日历完全一致");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsComparedAnew() {
        var office = at("office1");
        var look = upload(office, "2027", "2027.csv", NOTICE.getBytes(StandardCharsets.UTF_8));
        var admin = at("admin");
        confirm(
                admin,
                upload(admin, "2027", "x.csv", "date,kind,name\n2027-01-01,off,元旦\n".getBytes(StandardCharsets.UTF_8)),
                "2027");

        var answer = confirm(office, look, "2027");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("核对期间工作日历被他人改动过", "录入后有2天的安排与现在不同", "确认代替");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2027  | 2027-02-30,off,春节            | 第2行：“2027-02-30”不是日期
                    2027  | 2026-06-01,off,春节            | 第2行：2026-06-01不属于2027年
                    2027  | 2027-01-04,work,元旦           | 2027-01-04是周一，本来就上班
                    2027  | 2027-01-01,off,<script>x</script> | 确认录入
                    2027  | 2027-01-01,off,{{7*7}}         | 确认录入
                    abc   | 2027-01-01,off,元旦            | “年份”应为整数
                    1999  | 2027-01-01,off,元旦            | “年份”应在2000到2099之间
                    ''    | 2027-01-01,off,元旦            | 年份
                    """)
    void theAnswerIsAPlainSentence(String year, String row, String sentence) {
        var answer =
                upload(at("office1"), year, "2027.csv", ("date,kind,name\n" + row).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains(sentence);
        assertThat(answer.body()).doesNotContain("<script>x", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004\u0000", "{\"year\":2027", "<html>", "[]"})
    void aFileThatIsNoneIsRefusedInChinese(String content) {
        var answer = upload(at("office1"), "2027", "f", content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("。").doesNotContain("确认录入", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision=x&notice=y&year=2027",
                "revision=0&year=2027",
                "notice=y&revision=0",
                "year=2027&revision=-1&notice="
            })
    void aForgedConfirmationIsAnsweredInChineseAndWritesNothing(String fields) {
        var office = at("office1");
        var answer = office.send(
                "POST",
                "/calendar/notice/take-in?" + fields,
                BodyPublishers.ofString("_csrf=" + office.tokenOf("/calendar")),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("Exception");
        assertThat(calendar.workingDays().isKnown(2027)).isFalse();
    }

    @Test
    void theOfficeIsLedFromEveryStartToTheDueDatesThatWait() {
        var safety = county.person("safety-013");
        var inspector = county.person("inspector-yaodu");
        county.todayIs("2026-12-17");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2027-01-01")); // as proposed: 15 CD
        var office = at("office1");
        confirm(office, upload(office, "2027", "2027.csv", NOTICE.getBytes(StandardCharsets.UTF_8)), "2027");

        assertThat(office.page("/").body()).contains("个期限按新的放假安排应当顺延", "/calendar/due-dates");
        assertThat(office.page("/calendar").body()).contains("查看并确认");
        assertThat(at("admin").page("/calendar").body()).doesNotContain("查看并确认");
        assertThat(office.page("/calendar/due-dates?page=x").body())
                .contains("/hazards/" + hazard, "2027-01-01", "<b>2027-01-04</b>", "1月1日至3日元旦放假");

        office.form("/calendar/due-dates", "_csrf", office.tokenOf("/calendar/due-dates"));

        assertThat(office.page("/calendar/due-dates").body()).doesNotContain(hazard.value());
        assertThat(office.page("/calendar").body()).doesNotContain("查看并确认");
        assertThat(office.page("/hazards/" + hazard).body()).contains("期限按放假安排顺延", "原期限", "顺延至", "最初期限");
    }

    @Test
    void everyPlaceMarksADayOfAYearWithoutNotice() {
        county.todayIs("2026-12-31"); // three working days before it by the plain week
        var safety = county.person("safety-012");
        var hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).dueOn("2027-01-05"));
        safety.accepts(hazard);
        var browser = at("safety-012");

        for (var place :
                new String[] {"/", "/ledger?status=RECTIFYING", "/hazards/" + hazard, "/hazards/" + hazard + "/slip"}) {
            assertThat(browser.page(place).body()).as(place).contains("2027-01-05（预估）");
        }
        assertThat(browser.page("/hazards/" + hazard).body())
                .as("the rung behind the due day")
                .contains("2027-01-06（预估）");
        assertThat(browser.get("/api/v1/hazards/" + hazard).body()).contains("\"estimated\":true");
    }

    private Browser at(String person) {
        credentials.setWhereMissing(List.of(PersonId.of(person)), PASSWORD);
        return Browser.at(port).login(person, PASSWORD);
    }

    private Answer upload(Browser browser, String year, String name, byte[] file) {
        return browser.send(
                "POST",
                "/calendar/notice",
                BodyPublishers.ofByteArray(Upload.of("file", name, file)
                        .text("year", year)
                        .text("_csrf", browser.tokenOf("/calendar"))
                        .bytes()),
                "Content-Type",
                Upload.TYPE,
                "Accept",
                "text/html");
    }

    private Answer confirm(Browser browser, Answer look, String year) {
        var hidden = HIDDEN.matcher(look.body())
                .results()
                .collect(toMap(found -> found.group(1), found -> HtmlUtils.htmlUnescape(found.group(2))));
        assertThat(hidden).containsKeys("revision", "notice");
        return browser.form(
                "/calendar/notice/take-in",
                "_csrf",
                browser.tokenOf("/calendar"),
                "year",
                year,
                "fileName",
                "2027.csv",
                "revision",
                hidden.getOrDefault("revision", ""),
                "notice",
                hidden.getOrDefault("notice", ""));
    }
}
