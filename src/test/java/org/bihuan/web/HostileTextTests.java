package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.Cases;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What somebody typed to do harm is shown as he typed it, on every page, in the workbook and in Tasklist, and does nothing. */
@CountyTest
class HostileTextTests {
    private static final String HARM =
            "<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}\"'&' or '1'='1";
    private static final String NOT_SEEN = "\u0000\u0007\u202e\ud800\r";

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Cases engine;

    @Autowired
    Credentials credentials;

    private @Nullable Clerk loggedIn;
    private String number = "";
    private String mark = "";

    @BeforeEach
    void aHazardFullOfHarm() {
        county.todayIs("2026-09-21");
        loggedIn = new Clerk(port, credentials);
        mark = "险" + System.identityHashCode(this);
        var answer = clerk().post(
                        "inspector-xiangyu",
                        "/api/v1/hazards",
                        Map.of(
                                "enterprise",
                                "91341721XN80400B0Q",
                                "foundOn",
                                "2026-09-21",
                                "grade",
                                "GENERAL",
                                "dueOn",
                                "2026-09-28",
                                "location",
                                "=cmd|'/C calc'!A0" + NOT_SEEN + HARM,
                                "description",
                                mark + HARM + NOT_SEEN + "\n第二行\uFFFE",
                                "requirement",
                                "+1+1" + HARM));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        number = Clerk.read(answer).path("number").asText();
    }

    @Test
    void isTextOnEveryPage() {
        var found = "/ledger?q=" + URLEncoder.encode(mark, StandardCharsets.UTF_8);
        for (var page : new String[] {"/hazards/" + number, "/hazards/" + number + "/slip", found, "/", "/ledger"}) {
            var answer = clerk().browser("safety-061").page(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .doesNotContain("<script>alert", "<img src=x")
                    .doesNotContain("\u0000", "\u202e", "\u0007");
            if (page.contains(number) || page.equals(found)) {
                assertThat(answer.body()).as(page).contains(mark + HtmlUtils.htmlEscape("<script>"));
            }
        }
    }

    @Test
    void comesOutOfTheApiAsItWentIn() {
        var read = Clerk.read(clerk().get("safety-061", "/api/v1/hazards/" + number));

        assertThat(read.path("description").asText()).isEqualTo(mark + HARM + "\n第二行\uFFFE");
        assertThat(read.path("location").asText()).isEqualTo("=cmd|'/C calc'!A0" + HARM);
    }

    @Test
    void isTextInTheWorkbook() throws IOException {
        var query = "/api/v1/hazards.xlsx?q=" + URLEncoder.encode(mark, StandardCharsets.UTF_8);
        var texts = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(clerk().bytes("office1", query)))) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "");
                    }
                }
            }
        }

        assertThat(texts).anyMatch(text -> text.contains(mark + HARM)).anyMatch(text -> text.startsWith("=cmd"));
    }

    @Test
    void isTextInTasklistsLists() {
        var task = engine.openTask(number).orElseThrow().id();

        var read = clerk().browser("safety-061").get(Clerk.ENGINE + "task/" + task);
        var cards = clerk().browser("safety-061").get("/app-api/cards?ids=" + task);

        assertThat(read.header("Content-Type")).contains("application/json");
        assertThat(Clerk.read(read).path("name").asText())
                .startsWith("签收：" + mark)
                .doesNotContain("\n", "\u202e");
        assertThat(cards.header("Content-Type")).contains("application/json");
        assertThat(Clerk.read(cards).path(task).path("number").asText()).isEqualTo(number);
    }

    private Clerk clerk() {
        return Objects.requireNonNull(loggedIn);
    }
}
