package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The built-in mailbox: mail really crosses the wire, and it stays out of the way when another server is named. */
class BuiltInMailServerTests {
    private static final Instant NOW = Instant.parse("2026-09-24T02:00:00Z");

    private final ApplicationContextRunner county = new ApplicationContextRunner()
            .withInitializer(context -> context.getEnvironment().setDefaultProfiles("demo"))
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withBean(
                    CountyTime.class,
                    () -> new CountyTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai")))
            .withUserConfiguration(BuiltInMailServer.class);

    @Test
    void aMailIsKeptAsItsReaderSeesIt() {
        var key = "ASSIGNMENT/341721-107-2026-G-00001/" + "7".repeat(80) + "/safety-001";
        county.run(application -> {
            send(application.getBean(JavaMailSender.class), key, "safety-001@bihuan.example");

            assertThat(application.getBean(CollectedMails.class).newestFirst())
                    .singleElement()
                    .isEqualTo(new CollectedMail(
                            1,
                            "safety-001@bihuan.example",
                            "【闭环】请签收：动火作业无人监护",
                            "ASSIGNMENT",
                            key,
                            "<7@bihuan>",
                            NOW,
                            "请于9月28日前签收。",
                            "<p>请于9月28日前签收。</p>"));
        });
    }

    @Test
    void everyRecipientHasTheMailOfHisOwn() {
        county.run(application -> {
            send(application.getBean(JavaMailSender.class), "k", "office1@bihuan.example", "leader1@bihuan.example");

            assertThat(application.getBean(CollectedMails.class).newestFirst())
                    .extracting(CollectedMail::to)
                    .containsExactlyInAnyOrder("office1@bihuan.example", "leader1@bihuan.example");
        });
    }

    @Test
    void onlyTheLatestMailsAreKept() {
        var mails = new CollectedMails(2);
        for (var subject : new String[] {"one", "two", "three"}) {
            mails.add(number -> new CollectedMail(number, "", subject, "", "", "", NOW, "", ""));
        }

        assertThat(mails.newestFirst()).extracting(CollectedMail::subject).containsExactly("three", "two");
        assertThat(mails.numbered(3)).map(CollectedMail::subject).contains("three");
        assertThat(mails.numbered(1)).isEmpty();
    }

    @Test
    void aMailServerThatIsNamedIsUsedInstead() {
        county.withPropertyValues("spring.mail.host=mail.county.example").run(application -> {
            assertThat(application).doesNotHaveBean(GreenMail.class);
            assertThat(application.getBean(JavaMailSenderImpl.class).getHost()).isEqualTo("mail.county.example");
        });
    }

    @Test
    void inProductionThereIsNone() {
        county.withPropertyValues("spring.profiles.active=prod")
                .run(application ->
                        assertThat(application).doesNotHaveBean(GreenMail.class).doesNotHaveBean(JavaMailSender.class));
    }

    private static void send(JavaMailSender sender, String key, String... to) throws Exception {
        var message = sender.createMimeMessage();
        var mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("bihuan@bihuan.example");
        mail.setTo(to);
        mail.setSubject("【闭环】请签收：动火作业无人监护");
        mail.setText("请于9月28日前签收。", "<p>请于9月28日前签收。</p>");
        message.saveChanges();
        message.setHeader("Message-ID", "<7@bihuan>");
        message.setHeader("X-Bihuan-Kind", "ASSIGNMENT");
        message.setHeader("X-Bihuan-Key", key);
        sender.send(new KeepsItsId(message));
    }

    /** Jakarta Mail draws a new Message-ID when it saves a message. */
    private static final class KeepsItsId extends jakarta.mail.internet.MimeMessage {
        KeepsItsId(jakarta.mail.internet.MimeMessage message) throws jakarta.mail.MessagingException {
            super(message);
        }

        @Override
        protected void updateMessageID() {
            // stays
        }
    }
}
