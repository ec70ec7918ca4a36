package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bihuan.Browser;
import org.bihuan.TestDatabase;
import org.bihuan.compose.Dockerfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The page {@code docs/operations/first-day.md}, step by step, on the jar as the image runs it: in {@code prod}, against a database and
 * a mail server of others, from the empty database to the first closed hazard; and on, until the disk is full. Each step asserts that
 * the page names what it does.
 */
@EnabledIf(value = "org.bihuan.outside.Image#isHere", disabledReason = "this machine allows no mount namespaces")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLE = Path.of("src/main/resources/sample-county");
    private static final List<String> TABLES =
            List.of("regions", "units", "unit-aliases", "industries", "enterprises", "users");
    private static final String ADMINISTRATOR = "admin-zhang";
    private static final String FIRST_PASSWORD = "serves-one-Login-2026";
    private static final String OWN_PASSWORD = "my-own-Word-2026";
    /** 64 MB are reserved for the database: some photos go in, then it is full. */
    private static final String VOLUME = "70m";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static PackagedApplication application;
    private static String page;

    @BeforeAll
    static void start() throws IOException {
        page = Files.readString(Path.of("docs/operations/first-day.md"));
        MAIL.start();
        DATABASE.asSuperuser(
                "create role \"first-owner\" login password 'test'",
                "create role \"first-app\" login password 'test'",
                "alter schema public owner to \"first-owner\"");
        settings().keySet().forEach(FirstDayTests::pageNames);
        application = Image.started(VOLUME, settings());
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
        MAIL.stop();
    }

    @Test
    @Order(1)
    void theImagesHealthcheckFindsItHealthy() throws Exception {
        var check = new Dockerfile()
                .healthcheck().stream()
                        .map(word ->
                                word.replace("/8080", "/" + application.at("/").getPort()))
                        .toList();

        assertThat(new ProcessBuilder(check).start().waitFor()).isZero();
        assertThat(application.log())
                .doesNotContain("guarded by its hash chain alone")
                .doesNotContain(FIRST_PASSWORD);
    }

    @Test
    @Order(2)
    void theFirstAdministratorChoosesHisOwnPassword() {
        pageNames("/password");
        choosesHisOwn(ADMINISTRATOR, FIRST_PASSWORD);
    }

    @Test
    @Order(3)
    void theTablesOfTheCountyComeIn() throws IOException {
        var administrator = caller(ADMINISTRATOR);
        for (var table : TABLES) {
            pageNames("/api/v1/master-data/" + table);
            for (var dryRun : List.of("true", "false")) {
                var answer = administrator.upload(
                        "/api/v1/master-data/" + table + "?dryRun=" + dryRun,
                        Map.of(),
                        table + ".csv",
                        "text/csv",
                        Files.readAllBytes(SAMPLE.resolve(table + ".csv")));
                assertThat(answer.status()).as(table + answer.body()).isIn(200, 202);
                assertThat(finished(administrator, answer).path("rejected").asInt())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    @Order(4)
    void aHazardIsFoundRectifiedAndClosedAndItsPeopleAreTold() throws IOException {
        givesPassword("inspector-xiangyu");
        var inspector = caller("inspector-xiangyu");
        var hazard = register(inspector);
        var officer = read(inspector.get(hazard)).path("responsibleUser").asText();
        givesPassword(officer);
        var safety = caller(officer);

        pageNames("/tasks/accept");
        done(safety.post(hazard + "/tasks/accept", "{\"decision\": \"ACCEPT\"}"));
        pageNames("/evidence");
        assertThat(photo(safety, hazard, "AFTER", 1).status()).isEqualTo(201);
        pageNames("/tasks/rectify");
        done(safety.post(
                hazard + "/tasks/rectify", "{\"measures\": \"已安装防护栏\", \"completedOn\": \"%s\"}".formatted(today())));
        pageNames("/tasks/verify");
        done(inspector.post(hazard + "/tasks/verify", "{\"verdict\": \"QUALIFIED\", \"opinion\": \"现场核实\"}"));

        assertThat(read(inspector.get(hazard)).path("status").asText()).isEqualTo("CLOSED");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                Arrays.stream(MAIL.getReceivedMessages()).map(FirstDayTests::kind))
                        .contains("ASSIGNMENT", "CLOSED"));
    }

    @Test
    @Order(5)
    void aFullDiskRefusesPhotosInWordsAndNothingElse() throws IOException {
        var inspector = caller("inspector-xiangyu");
        var hazard = register(inspector);

        var photos = 1;
        var answer = photo(inspector, hazard, "BEFORE", ++photos);
        while (answer.status() == 201 && photos < 20) {
            answer = photo(inspector, hazard, "BEFORE", ++photos);
        }

        assertThat(answer.status()).isEqualTo(507);
        assertThat(answer.body()).contains("STORAGE_FULL", "服务器存储空间不足");
        assertThat(register(inspector)).isNotEmpty();
        assertThat(application.caller().get("/actuator/health").status()).isEqualTo(200);
    }

    private static void pageNames(String thing) {
        assertThat(page).as("docs/operations/first-day.md").contains(thing);
    }

    private static Caller caller(String user) {
        return application.caller().as(user, OWN_PASSWORD);
    }

    /** The administrator hands a password out; it serves one login, in which its reader chooses his own. */
    private static void givesPassword(String user) throws IOException {
        pageNames("/password-reset");
        var given = read(caller(ADMINISTRATOR).post("/api/v1/users/" + user + "/password-reset", ""));
        choosesHisOwn(user, given.path("password").asText());
    }

    private static void choosesHisOwn(String user, String given) {
        var browser = Browser.at(application.at("/").getPort());
        assertThat(browser.tryLogin(user, given).header("Location")).endsWith("/password");
        var changed = browser.form(
                "/password", "password", OWN_PASSWORD, "repeat", OWN_PASSWORD, "_csrf", browser.tokenOf("/password"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(302);
    }

    private static JsonNode finished(Caller caller, Caller.Answer answer) throws IOException {
        var report = read(answer);
        if (answer.status() == 200) {
            return report;
        }
        var path = "/api/v1/imports/" + report.path("id").asText();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> List.of("DONE", "FAILED")
                        .contains(read(caller.get(path)).path("state").asText()));
        return read(caller.get(path));
    }

    private static String register(Caller inspector) throws IOException {
        pageNames("POST /api/v1/hazards");
        var answer = inspector.post("/api/v1/hazards", """
                {"enterprise": "91341721XN80400B0Q", "location": "三号楼东侧临边", "description": "临边防护缺失",
                 "foundOn": "%s", "dueOn": "%s", "grade": "GENERAL"}
                """.formatted(today(), today().plusDays(10)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "/api/v1/hazards/" + read(answer).path("number").asText();
    }

    private static Caller.Answer photo(Caller by, String hazard, String stage, int seed) throws IOException {
        return by.upload(hazard + "/evidence", Map.of("stage", stage), "photo.png", "image/png", noise(seed));
    }

    private static void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode read(Caller.Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A megabyte of it, each another. */
    private static byte[] noise(int seed) throws IOException {
        var random = new Random(seed);
        var noise = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < noise.getHeight(); y++) {
            for (var x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        return png.toByteArray();
    }

    private static String kind(Message mail) {
        try {
            return String.join(" ", mail.getHeader("X-Bihuan-Kind"));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_PROFILES_ACTIVE", "prod");
        settings.put("SPRING_DATASOURCE_URL", DATABASE.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "first-app");
        settings.put("SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);
        settings.put("SPRING_FLYWAY_USER", "first-owner");
        settings.put("SPRING_FLYWAY_PASSWORD", TestDatabase.PASSWORD);
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(MAIL.getSmtp().getPort()));
        settings.put("BIHUAN_ADMIN_USER", ADMINISTRATOR);
        settings.put("BIHUAN_ADMIN_PASSWORD", FIRST_PASSWORD);
        settings.put("BIHUAN_OFFICE_HOURS", "always");
        return settings;
    }
}
