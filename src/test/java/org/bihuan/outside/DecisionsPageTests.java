package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committee office changes a table as its manual says: download, mistake, preview, confirm, and back again. */
@InABrowser
class DecisionsPageTests {
    private static final String FIVE_DAYS = ">5<";

    @Test
    void aTermIsChangedPreviewedConfirmedAndTakenBack(WalkedCounty county) throws IOException {
        try (var office = county.at("office1")) {
            var page = office.page();
            office.goesTo("/decisions");
            office.picture("decisions");
            page.click("a:has-text('期限表')");
            var download = page.waitForDownload(
                    () -> page.locator("a:has-text('下载.dmn')").first().click());
            var table = Files.readString(download.path());
            var verify = table.indexOf("\"VERIFY\"");
            var changed = table.substring(0, verify) + table.substring(verify).replaceFirst(FIVE_DAYS, ">8<");

            page.setInputFiles("#file", file(changed.replaceFirst(">5\\.1 默认<", "><")));
            page.click("button:has-text('上传并核对')");
            assertThat(office.reads("#complaints")).contains("第1行：没有注明依据");
            office.picture("decisions-refused");

            page.setInputFiles("#file", file(changed));
            page.click("button:has-text('上传并核对')");
            assertThat(office.reads("main")).contains("核对通过，尚未启用", "改动（2行）");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("fits the screen")
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "decisions-preview-desktop.png"))
                    .setFullPage(true));

            page.fill("#reason", "县安委会会议纪要");
            page.click("button:has-text('确认启用')");
            assertThat(office.reads("[role=status]")).contains("已启用，用于此后登记的隐患");
            assertThat(office.reads("main")).contains("县安委会会议纪要");

            page.locator("button:has-text('恢复此版')").first().click();
            page.fill("#reason", "恢复原期限");
            page.click("button:has-text('确认启用')");
            assertThat(office.reads("[role=status]")).contains("已启用");
        }
        try (var inspector = county.onThePhone("inspector-yaodu")) {
            inspector.goesTo("/decisions/deadline");
            inspector.picture("decisions");
            assertThat(inspector.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("fits a phone")
                    .isEqualTo(true);
            assertThat(inspector.page().locator("#file").count()).isZero();
        }
    }

    private static FilePayload file(String table) {
        return new FilePayload("deadline.dmn", "application/octet-stream", table.getBytes(StandardCharsets.UTF_8));
    }
}
