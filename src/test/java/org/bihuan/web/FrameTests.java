package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.organisation.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@PageSlice
@Import(FrameTests.Pages.class)
class FrameTests {
    @Autowired
    MockMvc http;

    @Autowired
    Fakes.Anybody anybody;

    @BeforeEach
    void nobodyIsThere() {
        anybody.isNobody();
    }

    @Test
    void aPageStandsInTheFrameWithItsTitleItsTextAndItsExtras() throws Exception {
        anybody.is(Role.INSPECTOR);

        var page = page("/ledger/A1");

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>隐患 A1</title>")
                .contains("<h1>A1</h1>")
                .contains("/js/one.js", "/css/two.css", "/css/bihuan.css")
                .contains("东至县安全生产隐患闭环管理")
                .contains("王检查员&lt;b&gt;")
                .doesNotContain("th:", "<!--/*", "??");
    }

    @Test
    void scriptsStandInFilesBecauseThePolicyRefusesOthers() throws Exception {
        anybody.is(Role.COMMITTEE_OFFICE);

        assertThat(Pattern.compile("<script(?![^>]*\\bsrc=)|\\son[a-z]+=|style=")
                        .matcher(page("/ledger/A1"))
                        .results())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INSPECTOR, 首页 待办 登记隐患 隐患台账 工作日历 规则表",
        "ENTERPRISE_SAFETY, 首页 待办 登记隐患 隐患台账 工作日历",
        "ENTERPRISE_PRINCIPAL, 首页 待办 隐患台账 工作日历",
        "COMMITTEE_OFFICE, 首页 待办 登记隐患 隐患台账 待审阅文书 导入台账 工作日历 规则表 流程总览",
        "COUNTY_LEADER, 首页 待办 隐患台账 工作日历 规则表 流程总览",
        "UNIT_LEADER, 首页 待办 登记隐患 隐患台账 工作日历 规则表",
        "AUDITOR, 首页 待办 隐患台账 资料变更 工作日历 规则表 密码管理 流程总览",
        "ADMIN, 首页 基础数据 工作日历 规则表 密码管理 流程总览 系统管理"
    })
    void everyRoleIsOfferedWhatItCanUse(Role role, String places) throws Exception {
        anybody.is(role);

        assertThat(placesOf(page("/ledger/A1"))).containsExactly(places.split(" "));
    }

    @Test
    void nobodyIsOfferedNothing() throws Exception {
        var page = page("/ledger/A1");

        assertThat(placesOf(page)).isEmpty();
        assertThat(page).doesNotContain("退出");
    }

    @Test
    void thePlaceWhereOneIsIsMarked() throws Exception {
        anybody.is(Role.INSPECTOR);

        assertThat(Pattern.compile("aria-current=\"page\">(.*?)</a>")
                        .matcher(page("/ledger/A1"))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("隐患台账");
    }

    private String page(String path) throws Exception {
        return http.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> placesOf(String page) {
        var nav = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        return Pattern.compile("<a [^>]*>(.*?)</a>")
                .matcher(nav)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Some page of some room. */
    @Controller
    static class Pages {
        @GetMapping("/ledger/{number}")
        String framed(@PathVariable String number, Model model) {
            model.addAttribute("number", number);
            return "framed";
        }
    }
}
