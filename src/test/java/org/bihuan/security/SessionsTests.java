package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.io.File;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bihuan.Browser;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.organisation.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What a session in the database costs, what may be lost of it, and what does without one (ADR 12). */
@CountyTest
class SessionsTests {
    private static final String PERSON = "inspector-muta"; // logs in nowhere else in these tests
    private static final String PASSWORD = "eigenes-Wort-2026";
    private static final String PAGE = "/api/v1/organisation/units";

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Statements statements;

    @Autowired
    WebApplicationContext application;

    private Browser browser = Browser.at(1);

    @BeforeEach
    void logIn() {
        credentials.set(PersonId.of(PERSON), PASSWORD);
        browser = Browser.at(port).login(PERSON, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/bihuan.css",
                "/js/bihuan-forms.js",
                "/favicon.ico",
                "/camunda/lib/deps.js",
                "/camunda/favicon.ico"
            })
    void staticPartsAreAnsweredWhileNobodyCanReadASession(String path) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table web_session, web_session_attributes in access exclusive mode")
                    .update();

            assertThat(browser.get(path).status()).isEqualTo(200);
        });
    }

    @Test
    void aRequestCostsFourStatementsAboutItsLogin() {
        var heard = statements.of(() -> ask(PAGE));

        assertThat(heard.stream().filter(SessionsTests::isOfALogin))
                .satisfiesExactly(
                        session -> assertThat(session).startsWith("SELECT"),
                        version -> assertThat(version).contains("from credential"),
                        seen -> assertThat(seen).startsWith("update web_session"),
                        again -> assertThat(again)
                                .startsWith("SELECT")); // by Spring Session, to see whether to set the cookie
    }

    @Test
    void aLookIsWrittenOnceAMinute() {
        var before = row();
        browser.get(PAGE);
        assertThat(row()).isEqualTo(before);

        jdbc.sql("update web_session set last_access_time = last_access_time - 61000 where session_id = :id")
                .param("id", session())
                .update();
        var aged = row();
        browser.get(PAGE);

        assertThat(row()).isNotEqualTo(aged);
    }

    @Test
    void whatNobodyCanReadAnyMoreLeadsToTheLoginAndNotToADefect() {
        jdbc.sql("""
                        update web_session_attributes set attribute_bytes = '\\x00ff'
                        from web_session where primary_id = session_primary_id and session_id = :id
                        """).param("id", session()).update();

        assertThat(browser.page("/").header("Location")).endsWith("/login");
        browser.login(PERSON, PASSWORD);
        assertThat(browser.page("/").status()).isEqualTo(200);
    }

    @Test
    void whoIsIdleForHalfAnHourIsOut() {
        jdbc.sql("""
                        update web_session set last_access_time = last_access_time - 1800000, expiry_time = expiry_time - 1800000
                        where session_id = :id""").param("id", session()).update();

        assertThat(browser.page("/").header("Location")).endsWith("/login");
    }

    @Test
    void aSessionHoldsTextsAndNothingOfCamundas() {
        browser.get(Browser.TASKLIST);
        browser.get("/camunda/api/engine/engine/default/task");

        assertThat(jdbc.sql("""
                                select attribute_name from web_session_attributes, web_session
                                where primary_id = session_primary_id and session_id = :id
                                """).param("id", session()).query(String.class).list())
                .contains("bihuan.login", "CAMUNDA_CSRF_TOKEN")
                .doesNotContain("authenticatedUser", "SPRING_SECURITY_CONTEXT");
    }

    @Test
    void foreignObjectsAreNotReadFromASession() {
        assertThat(StoredSessions.read(new byte[] {1, 2, 3})).isNull();
        assertThat(StoredSessions.read(serialised(new File("x")))).isNull();
        assertThat(StoredSessions.read(serialised("text"))).isEqualTo("text");
    }

    private static byte[] serialised(Object object) {
        return new SerializingConverter().convert(object);
    }

    private void ask(String path) {
        try {
            MockMvcBuilders.webAppContextSetup(application)
                    .addFilters(
                            application.getBean("springSessionRepositoryFilter", Filter.class),
                            application.getBean("springSecurityFilterChain", Filter.class))
                    .build()
                    .perform(get(path).cookie(new Cookie("JSESSIONID", cookie())))
                    .andExpect(answer ->
                            assertThat(answer.getResponse().getStatus()).isEqualTo(200));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean isOfALogin(String sql) {
        return sql.contains("web_session") || sql.contains("credential");
    }

    private String cookie() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private String session() {
        return new String(Base64.getDecoder().decode(cookie()), StandardCharsets.UTF_8);
    }

    private List<String> row() {
        return jdbc.sql("select xmin::text from web_session where session_id = :id")
                .param("id", session())
                .query(String.class)
                .list();
    }
}
