package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CountyTest
class CalendarPageTests {
    @Autowired
    TestClock clock;

    private final MockMvc browser;

    @Autowired
    CalendarPageTests(WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @Test
    void showsTheNoticesAndWorkingDaysOfTheYear() throws Exception {
        clock.todayIs("2026-09-29");

        assertThat(page("/calendar"))
                .contains("2026年工作日历", "10月1日至7日", "国庆节", "10月10日", "调休", "248")
                .doesNotContain("尚未录入");
        assertThat(page("/calendar?year=2025")).contains("2025年工作日历", "10月1日至8日");
        assertThat(page("/calendar?year=2027")).contains("放假安排尚未录入");
    }

    @Test
    void countsATermAndExplainsIt() throws Exception {
        assertThat(page("/calendar?from=2026-09-29&days=7&kind=WORKING&rollOver=true"))
                .contains("自2026-09-29次日起7个工作日，至2026-10-14（10月1日至7日国庆节放假，10月10日调休上班）。");
        assertThat(page("/calendar?from=2026-12-28&days=5&kind=WORKING")).contains("（预估）");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        assertThat(page("/calendar?from=2026-02-30&days=-3&kind=CALENDAR&year=abc"))
                .contains("“起算日”应为日期", "“天数”应在0到1000之间。", "“年份”应为整数。", "value=\"-3\"");
        assertThat(page("/calendar?from=<script>alert(1)</script>&days={days}&kind=x", "{{7*7}}"))
                .contains("“计算方式”的取值不在可选范围内", "{{7*7}}")
                .doesNotContain("<script>alert");
    }

    private String page(String address, Object... values) throws Exception {
        return browser.perform(get(address, values).with(user("office1")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
