package org.bihuan.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bihuan.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The upload control in a real browser, on a phone's width, against a server that can be told to be slow, full or away. */
@EnabledIf(
        value = "org.bihuan.Chromium#isHere",
        disabledReason = "no Chromium: neither CHROME_BIN nor chromium on the PATH")
@SuppressWarnings("NullAway.Init") // made before the tests
class UploadControlTests {
    private static final int THUMB = 44;
    private static UploadStub server;
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext phone;
    private Page page;

    @BeforeAll
    static void startBrowser() throws IOException {
        server = new UploadStub();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
        playwright.close();
        server.close();
    }

    @BeforeEach
    void newPhone() {
        server.reset();
        phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        page = phone.newPage();
    }

    @AfterEach
    void putPhoneAway() {
        phone.close();
    }

    @Test
    void severalPhotosBecomeIdsInTheField() {
        open("<input type=hidden name=evidence>", "");
        page.evaluate(
                "document.querySelector('[name=evidence]').addEventListener('change', (e) => document.title = e.target.value)");

        choose(photo("a.jpg", 1), photo("b.jpg", 2), photo("c.jpg", 3));

        assertThat(status()).hasText("已上传3个");
        assertThat(rows().getByText("已上传")).hasCount(3);
        assertThat(ids()).hasSize(3).doesNotHaveDuplicates();
        assertThat(page.title()).isEqualTo(String.join(",", ids()));
        assertThat(server.received()).extracting(UploadStub.Upload::path).containsOnly("/api/v1/evidence");
        assertThat(server.received()).extracting(UploadStub.Upload::token).containsOnly("the-token");
        assertThat(server.received()).extracting(UploadStub.Upload::stage).containsOnly("BEFORE");
    }

    @Test
    void theBytesArriveAsTheyAre() {
        open("<input type=hidden name=evidence>", "");

        choose(new FilePayload("photo-01.jpg", "image/jpeg", SampleFiles.photo("photo-01.jpg")));

        assertThat(status()).hasText("已上传1个");
        assertThat(server.received())
                .extracting(UploadStub.Upload::sha256)
                .containsExactly(HexFormat.of().formatHex(Sha256.fresh().digest(SampleFiles.photo("photo-01.jpg"))));
    }

    @Test
    void anExistingHazardGetsItsPhotosAtOnceAndKeepsThem() {
        open("", "data-hazard=341721-107-2026-G-00123");

        choose(photo("a.jpg", 1));

        assertThat(rows().getByText("查看原图")).hasAttribute("href", "/api/v1/evidence/id-1");
        assertThat(rows().getByText("移除")).hasCount(0);
        assertThat(server.received())
                .extracting(UploadStub.Upload::path)
                .containsExactly("/api/v1/hazards/341721-107-2026-G-00123/evidence");
    }

    @Test
    void aRefusalIsReadAtThePhotoAndTheOthersGoOn() {
        open("<input type=hidden name=evidence>", "");
        server.refuse("bad.jpg", 422, "{\"code\":\"NOT_AN_IMAGE\",\"detail\":\"这个文件不能作为照片\"}");

        choose(photo("bad.jpg", 1), photo("good.jpg", 2));

        assertThat(status()).hasText("已上传1个，未成功1个");
        assertThat(rows().getByText("这个文件不能作为照片")).isVisible();
        assertThat(rows().getByText("重试")).hasCount(0);
        rows().filter(new Locator.FilterOptions().setHasText("bad.jpg"))
                .getByText("移除")
                .click();
        assertThat(rows()).hasCount(1);
        assertThat(ids()).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrAnIphonesOwnIsSaidBeforeItIsSent(@TempDir Path album) throws IOException {
        open("<input type=hidden name=evidence>", "");
        var tooLarge = album.resolve("big.jpg");
        try (var sparse = new RandomAccessFile(tooLarge.toFile(), "rw")) {
            sparse.setLength(20 * 1024 * 1024 + 1);
        }

        page.locator("input[type=file][multiple]").setInputFiles(new Path[] {
            tooLarge, Files.write(album.resolve("IMG_1.HEIC"), new byte[9]), Files.createFile(album.resolve("none.jpg"))
        });

        assertThat(status()).hasText("未成功3个");
        assertThat(rows().getByText("文件超过20 MB")).isVisible();
        assertThat(rows().getByText("不支持HEIC照片")).isVisible();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aLostNetworkIsWaitedOut() {
        open("<input type=hidden name=evidence>", "");
        phone.setOffline(true);

        choose(photo("a.jpg", 1));
        assertThat(rows().getByText("网络中断，恢复后自动重传")).isVisible();
        assertThat(status()).hasText("正在上传1个");

        phone.setOffline(false);
        assertThat(status()).hasText("已上传1个");
        assertThat(ids()).hasSize(1);
    }

    @Test
    void aBusyServerIsAskedAgain() {
        open("<input type=hidden name=evidence>", "");
        server.refuse("a.jpg", 503, "{\"detail\":\"服务器暂时无法保存文件\"}");

        choose(photo("a.jpg", 1));
        assertThat(rows().getByText("服务器暂时无法保存文件")).isVisible();
        server.reset();
        rows().getByText("重试").click();

        assertThat(status()).hasText("已上传1个");
    }

    @Test
    void aFormWaitsForItsPhotos() {
        open("<input type=hidden name=evidence>", "");
        server.hold();

        choose(photo("a.jpg", 1));
        page.getByText("提交").click();
        assertThat(status()).hasText("照片还在上传，请等上传完成后再提交。");
        assertThat(page.evaluate("BihuanUpload.pending(document.querySelector('form'))"))
                .isEqualTo(1);
        assertThat(page.url()).doesNotContain("submitted");

        server.letGo();
        assertThat(status()).hasText("已上传1个");
        page.getByText("提交").click();
        page.waitForURL("**/submitted**");
        assertThat(page.url()).contains("evidence=id-1");
    }

    @Test
    void aFormThatComesLaterAsInTasklistIsServedToo() {
        open("<input type=hidden name=evidence>", "");
        page.evaluate("""
                const form = document.querySelector('form');
                const later = form.cloneNode(false);
                later.innerHTML = '<div data-bihuan-upload data-stage=AFTER data-hazard=H data-csrf=x></div>';
                form.replaceWith(later);
                """);

        choose(photo("a.jpg", 1));

        assertThat(status()).hasText("已上传1个");
        assertThat(server.received()).extracting(UploadStub.Upload::path).containsExactly("/api/v1/hazards/H/evidence");
    }

    @Test
    void twoControlsShareOneField() {
        open("", "data-into=#all");
        page.evaluate("""
                const control = document.querySelector('[data-bihuan-upload]');
                const second = document.createElement('div');
                for (const [name, value] of Object.entries({...control.dataset, stage: 'AFTER'})) second.dataset[name] = value;
                control.after(second);
                """);

        page.locator("[data-stage=BEFORE] input[multiple]").setInputFiles(photo("a.jpg", 1));
        assertThat(status().first()).hasText("已上传1个");
        page.locator("[data-stage=AFTER] input[multiple]").setInputFiles(photo("b.jpg", 2));
        assertThat(status().last()).hasText("已上传1个");

        assertThat(page.locator("#all")).hasValue("id-1,id-2");
        page.locator("[data-stage=BEFORE]").getByText("移除").click();
        assertThat(page.locator("#all")).hasValue("id-2");
    }

    @Test
    void aPageThatComesBackAfterARefusalStillShowsItsPhotos() {
        open("<input type=hidden name=evidence value='id-7,id-8'>", "");

        assertThat(status()).hasText("已上传2个");
        assertThat(rows().first().locator("img")).hasAttribute("src", "/api/v1/evidence/id-7/thumbnail");
        rows().first().getByText("移除").click();
        assertThat(ids()).containsExactly("id-8");
    }

    @Test
    void aNameIsTextWhateverItSays() {
        open("<input type=hidden name=evidence>", "");

        choose(photo("<img src=x onerror=alert(1)>{{7*7}}.jpg", 1));

        assertThat(rows().locator(".bh-upload-name")).hasText("<img src=x onerror=alert(1)>{{7*7}}.jpg");
        assertThat(page.locator("ul[ng-non-bindable] .bh-upload-name img")).hasCount(0);
    }

    @Test
    void onAPhoneEverythingFitsAndCanBeHitWithAThumb() {
        open("<input type=hidden name=evidence>", "");
        server.refuse("bad.jpg", 500, "{}");

        choose(photo("a-very-long-name-".repeat(12) + ".jpg", 1), photo("bad.jpg", 2));

        assertThat(status()).hasText("已上传1个，未成功1个");
        assertThat(page.locator(".bh-upload-camera input")).hasAttribute("capture", "environment");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        for (var target : page.locator(".bh-upload-pick, .bh-upload-button, .bh-upload-open")
                .all()) {
            assertThat(target.boundingBox().height).as(target.textContent()).isGreaterThanOrEqualTo(THUMB);
        }
        assertThat(page.locator(".bh-upload-pick").all()).hasSize(2).allMatch(Locator::isVisible);
    }

    private void open(String inside, String attributes) {
        server.page(inside, attributes);
        page.navigate(server.address() + "/");
    }

    private void choose(FilePayload... files) {
        page.locator("input[type=file][multiple]").setInputFiles(files);
    }

    private static FilePayload photo(String name, int number) {
        return new FilePayload(name, "image/jpeg", SampleFiles.jpeg(number));
    }

    private Locator status() {
        return page.locator(".bh-upload-status");
    }

    private Locator rows() {
        return page.locator(".bh-upload-item");
    }

    private List<String> ids() {
        return Arrays.asList(page.locator("[name=evidence]").inputValue().split(","));
    }
}
