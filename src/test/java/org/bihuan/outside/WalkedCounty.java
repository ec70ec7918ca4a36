package org.bihuan.outside;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.Chromium;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.util.FileSystemUtils;

/** The sample county in the packaged application, and a browser in which its people come by. */
final class WalkedCounty implements CloseableResource {
    private static final Map<String, String> CHINESE =
            Map.of("LANG", "zh_CN.UTF-8", "LANGUAGE", "zh_CN", "HOME", System.getProperty("java.io.tmpdir"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=zh-CN");

    private static final Path ENTERPRISES = Path.of("src", "main", "resources", "sample-county", "enterprises.csv");

    private final Path data;
    private final PackagedApplication application;
    private final Playwright playwright;
    private final Browser browser;

    private WalkedCounty(Path data, PackagedApplication application, Playwright playwright, Browser browser) {
        this.data = data;
        this.application = application;
        this.playwright = playwright;
        this.browser = browser;
    }

    static WalkedCounty started() {
        try {
            var data = Files.createTempDirectory("walked-county");
            var application = PackagedApplication.started(data, Map.of());
            var playwright = playwright();
            var browser = browser(playwright);
            return new WalkedCounty(data, application, playwright, browser);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For tests that bring their own application. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setEnv(CHINESE)
                        .setExecutablePath(Chromium.path())
                        .setArgs(QUIET));
    }

    /** Somebody at a desk. */
    Visitor at(String user) {
        return visitor(user, "desktop", 1280, 900);
    }

    /** Somebody with a phone. */
    Visitor onThePhone(String user) {
        return visitor(user, "phone", 390, 844);
    }

    Visitor visitor(String user, String kind, int width, int height) {
        return new Visitor(this::address, browser, kind, width, height, user);
    }

    /** A program of that person. */
    Caller program(String user) {
        return application.caller().as(user);
    }

    /** Registers by the API what a walk begins with. */
    String registered(String user, String fields) {
        var answer = program(user).post("/api/v1/hazards", "{%s, \"foundOn\": \"%s\"}".formatted(fields, today()));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return JsonPath.read(answer.body(), "$.number");
    }

    /** Completes a task by the API. */
    void completes(String user, String number, String task, String json) {
        var answer = program(user).post("/api/v1/hazards/" + number + "/tasks/" + task, json);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** One fact of the case, as the committee office's programs get it; empty where it is absent. */
    String fact(String number, String path) {
        Object value = JsonPath.read(
                program("office1").get("/api/v1/hazards/" + number).body(), path);
        return Objects.toString(value, "");
    }

    /** Credit code of the enterprise of {@code safety-<line>}. */
    String enterpriseOf(String safetyOfficer) {
        try (var lines = Files.lines(ENTERPRISES)) {
            return lines.filter(line -> line.contains("," + safetyOfficer + ","))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address(String path) {
        return application.at(path).toString();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        application.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
