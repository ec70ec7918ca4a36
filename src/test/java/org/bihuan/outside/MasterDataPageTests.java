package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The administrator takes a table in by the page, at his desk and on a phone, and looks up one enterprise and one person. */
@InABrowser
class MasterDataPageTests {
    private static final String UNITS = """
            单位编码,单位名称,类别,区划代码,监管行业,单位邮箱
            meteorology,东至县气象局（示例）,部门,341721,ROAD,qixiang@bihuan.example
            tobacco,东至县烟草局（示例）,部门,341799,,
            xiangyu,香隅镇人民政府,乡镇,341721107,,xiangyu@bihuan.example
            """;

    @Test
    void aTableIsTriedTakenInAndItsRejectedRowComesBack(WalkedCounty county) throws IOException {
        var file = new FilePayload("单位.csv", "text/csv", UNITS.getBytes(Charset.forName("GBK")));
        try (var admin = county.at("admin")) {
            var page = admin.page();
            admin.goesTo("/");
            page.click("nav.places a:has-text('基础数据')");
            page.selectOption("#table", "units");
            page.setInputFiles("#file", file);
            page.click("button[value=true]");
            page.locator("#rows tr").first().waitFor();
            assertThat(admin.reads("#result h2")).contains("尚未改动任何资料");
            assertThat(admin.reads("#rows")).contains("没有区划“341799”");

            page.click("#for-real");
            page.locator("#result h2:text-is('导入结果')").waitFor();
            page.selectOption("#show", "ALL");
            assertThat(admin.reads("#rows")).contains("新增", "无变化", "未导入");
            admin.picture("master-data");
            var download = page.waitForDownload(() -> page.click("#rejected"));
            assertThat(Files.readString(download.path(), Charset.forName("GBK")))
                    .contains("tobacco", "请先导入区划")
                    .doesNotContain("meteorology");
        }
        try (var admin = county.onThePhone("admin")) {
            for (var path : List.of(
                    "/admin/master-data",
                    "/admin/master-data/enterprises?q=%E5%AD%A6",
                    "/admin/master-data/units/one?key=meteorology",
                    "/admin/master-data/users/one?key=safety-061",
                    "/admin/master-data/users/departure?key=safety-061",
                    "/admin/master-data/changes")) {
                admin.goesTo(path);
                assertThat(admin.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits a phone", path)
                        .isEqualTo(true);
            }
            assertThat(admin.reads("main")).contains("东至县气象局（示例）");
            admin.goesTo("/admin/master-data/users/departure?key=safety-061");
            admin.picture("departure");
        }
    }
}
