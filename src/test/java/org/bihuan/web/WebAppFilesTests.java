package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What we add to Camunda's web applications. */
class WebAppFilesTests {
    private static final String APPS = "META-INF/resources/webjars/camunda/app/";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyApplicationHidesTheBannerAndLoadsOurScript(String app) {
        assertThat(text(APPS + app + "/styles/user-styles.css"))
                .startsWith("@charset \"UTF-8\";") // served without a charset
                .contains(".ce-eol-banner { display: none; }");

        var script = Pattern.compile("customScripts: \\['(scripts/bihuan-" + app + "-\\d+)'\\]")
                .matcher(text(APPS + app + "/scripts/config.js"));
        assertThat(script.find()).isTrue();
        assertThat(text(APPS + app + "/" + script.group(1) + ".js"))
                .contains("loginIsOurs();")
                .contains("logoutIsOurs();");
    }

    @Test
    void everyScriptOfOursThatIsImportedIsThere() {
        var imported = Pattern.compile("from '(/js/[^']+)'")
                .matcher(text(APPS + "tasklist/scripts/bihuan-tasklist-2.js"))
                .results()
                .map(found -> "static" + found.group(1))
                .toList();

        assertThat(imported)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file)).isNotEmpty());
    }

    /** Camunda reckons the length in one encoding and writes in another: a letter beyond ASCII leaves browsers waiting. */
    @Test
    void ourTasklistPageIsPlainAscii() {
        assertThat(text(APPS + "tasklist/index.html").chars()).allMatch(c -> c < 128);
    }

    /** The policy names this script by its hash, and the placeholders are filled in by Camunda. */
    @Test
    void ourTasklistPageDiffersFromTheShippedOneInItsHeadOnly() throws IOException {
        var shipped = allOf(APPS + "tasklist/index.html").stream()
                .filter(page -> !page.contains("bihuan") && page.contains("<html lang=\"en\">"))
                .findFirst()
                .orElseThrow();
        var ours = text(APPS + "tasklist/index.html");

        assertThat(body(ours)).isEqualTo(body(shipped));
        assertThat(placeholders(ours)).isEqualTo(placeholders(shipped));
    }

    @Test
    void aFileOfOursIsJudgedByItsContentAndNotByItsDate() throws Exception {
        var first = fetch("/camunda/app/tasklist/locales/zh-CN.json", null, "one");
        var tag = first.getHeader("ETag");

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(fetch("/camunda/app/tasklist/locales/zh-CN.json", tag, "one").getStatus())
                .isEqualTo(304);
        assertThat(fetch("/camunda/app/tasklist/locales/zh-CN.json", tag, "two").getContentAsString())
                .isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/bihuan.css", "/js/bihuan-forms.js"})
    void soAreTheFilesOfOurPages(String path) throws Exception {
        var first = fetch(path, null, "one");

        assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(fetch(path, first.getHeader("ETag"), "one").getStatus()).isEqualTo(304);
        assertThat(fetch(path, first.getHeader("ETag"), "two").getStatus()).isEqualTo(200);
    }

    @Test
    void otherFilesAreLeftAlone() throws Exception {
        assertThat(fetch("/camunda/app/tasklist/default/", null, "page").getHeader("ETag"))
                .isNull();
        assertThat(fetch("/camunda/app/tasklist/camunda-tasklist-bootstrap.js", null, "app")
                        .getHeader("ETag"))
                .isNull();
    }

    private static MockHttpServletResponse fetch(String path, @Nullable String tag, String body) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("If-Modified-Since", "Tue, 24 Nov 2026 00:00:00 GMT");
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        var response = new MockHttpServletResponse();
        var ours = Pattern.matches("/(css|js)/.*|.*/locales/.*", path);
        var server = new HttpServlet() {
            @Override
            protected void service(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
                assertThat(asked.getHeader("If-Modified-Since") == null).isEqualTo(ours);
                assertThat(asked.getDateHeader("If-Modified-Since") == -1).isEqualTo(ours);
                answer.getOutputStream().write(body.getBytes(UTF_8));
            }
        };
        new MockFilterChain(server, new FreshFiles()).doFilter(request, response);
        return response;
    }

    private static String body(String page) {
        return page.substring(page.indexOf("</head>"));
    }

    private static List<String> placeholders(String page) {
        return Pattern.compile("\\$[A-Z_]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<String> allOf(String path) throws IOException {
        var pages = new ArrayList<String>();
        for (var url : Collections.list(WebAppFilesTests.class.getClassLoader().getResources(path))) {
            try (var in = url.openStream()) {
                pages.add(new String(in.readAllBytes(), UTF_8));
            }
        }
        return pages;
    }

    private static String text(String path) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }
}
