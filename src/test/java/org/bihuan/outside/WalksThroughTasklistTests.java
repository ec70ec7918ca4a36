package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One general hazard from 登记 to 销号 through the real Tasklist in a real browser, as three people, on a desk and on a phone. Leaves
 * the pictures of the manual in {@code target/screenshots}.
 */
class WalksThroughTasklistTests {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=zh-CN");
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path PHOTOS = Path.of("src", "main", "resources", "sample-county", "photos");
    private static final int PATIENCE = 60_000;

    @TempDir
    static Path data;

    private static PackagedApplication application;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void countyAndBrowser() {
        assumeTrue(Chromium.isHere(), "No Chromium on the PATH or in CHROME_BIN: the browser tests are skipped");
        application = PackagedApplication.started(data, Map.of());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setEnv(Map.of(
                                "LANG",
                                "zh_CN.UTF-8",
                                "LANGUAGE",
                                "zh_CN",
                                "HOME",
                                System.getProperty("java.io.tmpdir")))
                        .setExecutablePath(Chromium.path())
                        .setArgs(QUIET));
    }

    @AfterAll
    static void close() {
        Stream.<AutoCloseable>of(browser, playwright, application)
                .filter(Objects::nonNull)
                .forEach(WalksThroughTasklistTests::closeQuietly);
    }

    /** The inspector registers, the enterprise's safety officer accepts and reports, the unit's leader judges. */
    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900", "phone, 390, 844"})
    void aHazardGoesFromRegistrationToClosure(String kind, int width, int height) {
        String number;
        String safety;
        String leader;
        try (var inspector = as("inspector-xiangyu", width, height)) {
            var page = inspector.pages().get(0);
            page.navigate(address("/"));
            picture(page, "start", kind);
            number = registers(page, kind);
            safety = factOf(page, number, "responsibleUser");
            leader = "head-" + factOf(page, number, "supervisingUnit");
        }
        try (var officer = as(safety, width, height)) {
            var page = officer.pages().get(0);
            opens(page, number, "accept", kind);
            page.locator("form.bh-form input[value=ACCEPT]").first().click();
            completes(page);
            opens(page, number, "rectify", kind);
            page.locator("[data-stage=AFTER] input[type=file]")
                    .last()
                    .setInputFiles(PHOTOS.resolve("switch-box-after.jpg"));
            page.locator(".bh-upload-done").first().waitFor();
            page.fill("#bh-measures", "已更换配电箱箱门并上锁，清理周边可燃物。");
            completes(page);
        }
        try (var verifier = as(leader, width, height)) {
            var page = verifier.pages().get(0);
            opens(page, number, "verify", kind);
            page.locator("form.bh-form input[value=QUALIFIED]").first().click();
            completes(page);
            page.navigate(address("/hazards/" + number));
            picture(page, "case", kind);
            assertThat(page.locator("h1 .status").textContent()).contains("已销号");
            page.navigate(address("/hazards/" + number + "/slip"));
            picture(page, "slip", kind);
            assertThat(page.locator("h1").textContent()).isEqualTo("事故隐患整改通知");
            assertThat(page.locator("article").textContent())
                    .doesNotContainPattern("\\d{4}/\\d"); // days as yyyy-MM-dd (U15)
            page.navigate(address("/ledger?status=CLOSED"));
            picture(page, "ledger", kind);
            assertThat(page.locator("table.rows").textContent()).contains(number);
        }
    }

    /** As our own pages ask the API: with the session. */
    private static String factOf(Page page, String number, String field) {
        return page.evaluate(
                        "async ([number, field]) => (await (await fetch('/api/v1/hazards/' + number)).json())[field]",
                        List.of(number, field))
                .toString();
    }

    private static String registers(Page page, String kind) {
        page.navigate(address("/camunda/app/tasklist/default/"));
        var register = page.locator(".start-process-action a").first();
        register.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!register.isVisible()) {
            page.locator("button.navbar-toggle").click();
        }
        register.click();
        page.locator(".modal-dialog form.bh-form").waitFor();
        page.waitForFunction("document.querySelector('#bh-found')?.value"); // its script has furnished the form
        page.locator("#bh-enterprise").pressSequentially("化工");
        page.locator(".bh-pick").first().click();
        page.fill("#bh-location", "一号车间东侧配电间");
        page.fill("#bh-description", "配电箱箱门缺失，带电部位裸露，旁边堆放纸箱等可燃物（" + kind + "）");
        page.locator("[data-stage=BEFORE] input[type=file]")
                .last()
                .setInputFiles(PHOTOS.resolve("switch-box-before.jpg"));
        page.locator(".bh-upload-done").first().waitFor();
        page.fill("#bh-due", page.locator("#bh-due").getAttribute("min"));
        picture(page, "register", kind);
        page.locator(".modal-footer .btn-primary").click();
        return page.locator(".bh-announcement b").textContent();
    }

    /** By the link of a mail, as people come. */
    private static void opens(Page page, String number, String task, String kind) {
        page.navigate(address("/t/" + number));
        page.locator(".task-details form.bh-form").waitFor();
        if (task.equals("verify")) { // offered to a unit: somebody takes it first
            page.locator("button.claim").click();
            page.locator("button.unclaim").waitFor();
            page.locator(".task-details form.bh-form").waitFor();
        }
        page.locator(".task-details form.bh-form input[type=radio], .task-details form.bh-form textarea")
                .first()
                .waitFor();
        picture(page, task, kind);
    }

    private static void completes(Page page) {
        page.locator(".task-details .form-actions .btn-primary").click();
        page.locator(".task-details form.bh-form")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static BrowserContext as(String user, int width, int height) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.navigate(address("/login"));
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", PASSWORD);
        page.locator("form button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return context;
    }

    private static String address(String path) {
        return application.at(path).toString();
    }

    private static void picture(Page page, String name, String kind) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + kind + ".png")));
    }

    private static void closeQuietly(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
