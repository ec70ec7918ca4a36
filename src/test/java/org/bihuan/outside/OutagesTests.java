package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.bihuan.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What it leans on is away, its mail server already when it starts, its database later: it says so, and goes on when they are back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesTests {
    /** Longer than the pause between two attempts to send, which is half a minute at first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static PackagedApplication application;
    private static Line toDatabase;
    private static Line toMail;
    private static String hazard = "";

    @BeforeAll
    static void theMailServerIsAway(@TempDir Path data) {
        MAIL.start();
        toDatabase = new Line(URI.create(DATABASE.url().replace("jdbc:", "")).getPort());
        toMail = new Line(MAIL.getSmtp().getPort());
        toDatabase.join();
        application = PackagedApplication.started(
                data,
                Elsewhere.sampleCountyAt(
                        DATABASE.url().replaceFirst(":[0-9]+/", ":%d/".formatted(toDatabase.port())), toMail.port()));
    }

    @AfterAll
    static void stop() {
        application.close();
        toDatabase.close();
        toMail.close();
        MAIL.stop();
    }

    @Test
    @Order(1)
    void itStartsWithoutMailServerAndOneLineSaysWhatThatMeans() {
        assertThat(application
                        .log()
                        .lines()
                        .filter(line -> line.contains("The mail server 127.0.0.1:" + toMail.port())))
                .singleElement()
                .asString()
                .contains("takes no mail", "Mails wait and are tried again until it does");
    }

    @Test
    @Order(2)
    void whatWasWrittenMeanwhileLeavesWhenItAnswers() {
        hazard = registered();
        await().atMost(PATIENCE).until(() -> application.log().contains("No mail server takes mail"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        toMail.join();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toldOf(hazard)).containsOnlyOnce("ASSIGNMENT"));
    }

    @Test
    @Order(3)
    void withoutDatabaseItSaysInWordsThatNothingWasSaved() {
        var people = application.caller().loggedInAs("inspector-xiangyu");
        var program = application.caller().as("inspector-xiangyu");
        toDatabase.cut();

        var page = people.get("/ledger");
        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.body()).contains("系统暂时无法处理，您的操作没有保存。请稍后重试。").doesNotContain("Exception", "\tat ");
        var refused = program.post("/api/v1/hazards", Journal.hazard());
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("BUSY", "您的操作没有保存");
        assertThat(application.caller().get("/actuator/health/readiness").status())
                .isEqualTo(503);
        assertThat(application.caller().get("/actuator/health/liveness").status())
                .as("a new start would not bring the database back")
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void itGoesOnByItselfWhenTheDatabaseIsBack() {
        toDatabase.join();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        application.caller().get("/actuator/health/readiness").status() == 200);
        assertThat(application
                        .caller()
                        .loggedInAs("inspector-xiangyu")
                        .get("/ledger")
                        .status())
                .isEqualTo(200);
        var later = registered();
        assertThat(last(later)).as("a number that the outage has not torn").isEqualTo(last(hazard) + 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toldOf(later)).containsOnlyOnce("ASSIGNMENT"));
    }

    private static String registered() {
        return Journal.numberOf(application.caller().as("inspector-xiangyu").post("/api/v1/hazards", Journal.hazard()));
    }

    private static int last(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private static Iterable<String> toldOf(String number) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> header(mail, "Subject").contains(number))
                .map(mail -> header(mail, "X-Bihuan-Kind"))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return name.equals("Subject") ? mail.getSubject() : mail.getHeader(name, null);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
