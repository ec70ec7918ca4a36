package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The committee office takes a ledger in by the page: tried first, headers named by hand, doubts settled, the rest sent back. */
@InABrowser
class ImportsPageTests {
    private static final String LEDGER = """
            检查日期,企业名称,隐患地点,现场看到的,隐患级别,整改期限
            2026-11-02,东至县示例癸丑中学,食堂后厨,燃气软管穿墙无套管，阀门锈蚀渗漏,一般,2026-12-20
            2026-11-04,东至县示例癸丑中学,食堂后厨,燃气软管穿墙无套管，阀门锈蚀有渗漏,一般,2026-12-20
            2026-13-45,东至县示例癸丑中学,锅炉房,安全阀未校验,一般,2026-12-20
            2026-11-05,东至县没有这家公司,仓库,货物堵塞通道,一般,2026-12-20
            """;

    @Test
    void aLedgerIsTriedMappedTakenInAndItsRejectedRowsComeBack(WalkedCounty county) throws IOException {
        var file = new FilePayload("学校隐患台账.csv", "text/csv", LEDGER.getBytes(StandardCharsets.UTF_8));
        try (var office = county.at("office1")) {
            var page = office.page();
            office.goesTo("/imports");
            page.setInputFiles("#file", file);
            page.click("button[value=true]");
            page.locator("#mapping .field").waitFor();
            assertThat(office.reads("#mapping label")).contains("现场看到的");
            assertThat(office.reads("#problem")).contains("隐患描述");
            office.picture("imports-mapping");
            page.selectOption("#mapping select", "12");
            page.click("button[value=true]");

            assertThat(count(page, "可以导入")).isEqualTo(1);
            assertThat(count(page, "未导入")).isEqualTo(2);
            assertThat(count(page, "重复")).isEqualTo(1);
            assertThat(page.locator("#rows button").count())
                    .as("nothing is decided in a trial")
                    .isZero();

            page.click("#for-real");
            page.locator("#rows button").first().waitFor();
            office.picture("imports");
            assertThat(office.reads("#rows tr:has(button)"))
                    .as("both rows can be compared")
                    .contains("阀门锈蚀渗漏", "阀门锈蚀有渗漏");
            assertThat(office.reads("#rows")).contains("2026-13-45", "东至县没有这家公司");
            var download = page.waitForDownload(() -> page.click("#rejected"));
            assertThat(Files.readString(download.path()))
                    .contains("2026-13-45", "东至县没有这家公司", "现场看到的")
                    .doesNotContain("食堂后厨");

            page.locator("#rows button:has-text('是另一条，导入')").click();
            page.waitForCondition(() -> page.locator("#rows button").count() == 0);
            assertThat(count(page, "重复")).isZero();
        }
        var taken = county.program("office1").get("/api/v1/hazards?q=%E7%87%83%E6%B0%94%E8%BD%AF%E7%AE%A1");
        assertThat(taken.body()).contains("阀门锈蚀渗漏", "阀门锈蚀有渗漏");
    }

    private static int count(Page page, String label) {
        var box = page.locator("#counts a:has(span:text-is('" + label + "')) b");
        box.waitFor();
        return Integer.parseInt(box.textContent().strip());
    }
}
