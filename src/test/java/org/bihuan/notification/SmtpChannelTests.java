package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.notification.NotTaken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What each answer of a mail server means for the mail. */
class SmtpChannelTests {

    @Test
    void theServersAnswerIsKept() throws Exception {
        try (var server = new ScriptedSmtp(Map.of());
                var round = channel(server.account()).open()) {
            assertThat(round.hand(mail())).isEqualTo("250 2.0.0 queued as 4711");
        }
    }

    @Test
    void severalMailsShareAConnection() throws Exception {
        try (var server = new ScriptedSmtp(Map.of());
                var round = channel(server.account()).open()) {
            round.hand(mail());
            round.hand(mail());

            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy,              SERVER_AWAY",
        "GREETING, 554 no service,            SERVER_AWAY",
        "GREETING, '',                        SERVER_AWAY",
        "MAIL,     550 we do not know you,    LATER", // our own account is wrong: no mail may die of it
        "RCPT,     450 mailbox busy,          LATER",
        "RCPT,     550 no such user,          NEVER",
        "DATA,     451 try again,             LATER",
        "END,      421 shutting down,         LATER",
        "END,      554 refused as spam,       NEVER",
        "END,      '',                        LATER", // it may have been taken: the same mail again
    })
    void anAnswerDecidesWhatBecomesOfTheMail(String step, String answer, Reason reason) throws Exception {
        try (var server = new ScriptedSmtp(Map.of(step, answer));
                var round = channel(server.account()).open()) {
            var failure = refused(round);

            assertThat(failure.reason()).isEqualTo(reason);
            if (reason == Reason.NEVER) {
                assertThat(failure.reply()).contains(answer);
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsAway() throws IOException {
        JavaMailSenderImpl account;
        try (var server = new ScriptedSmtp(Map.of())) {
            account = server.account();
        }

        try (var round = channel(account).open()) {
            assertThat(refused(round).reason()).isEqualTo(Reason.SERVER_AWAY);
        }
    }

    @Test
    void withoutAServerMailsWait() {
        try (var round = new SmtpChannel(() -> null, "noreply@bihuan.example", "x", Duration.ofSeconds(1)).open()) {
            assertThat(refused(round).reason()).isEqualTo(Reason.SERVER_AWAY);
        }
    }

    @Test
    void aServerThatAnswersByteByByteDoesNotHoldTheDispatcher() throws Exception {
        try (var server = new ScriptedSmtp(Map.of("RCPT", ScriptedSmtp.DRIP));
                var round = new SmtpChannel(server::account, "noreply@bihuan.example", "x", Duration.ofMillis(300))
                        .open()) {
            assertThat(refused(round).reason()).isEqualTo(Reason.LATER);
        }
    }

    @Test
    void aHeaderIsOneLineWhateverItsTextHolds() {
        assertThat(OutboxMessage.oneLine("a\r\nBcc: x@y\u2028b\tc")).isEqualTo("a Bcc: x@y b c");
    }

    private static NotTaken refused(MailChannel.Round round) {
        return catchThrowableOfType(NotTaken.class, () -> round.hand(mail()));
    }

    private static SmtpChannel channel(JavaMailSenderImpl account) {
        return new SmtpChannel(() -> account, "noreply@bihuan.example", "安全隐患闭环管理系统", Duration.ofSeconds(20));
    }

    private static ComposedMail mail() {
        return new ComposedMail(
                UUID.randomUUID(),
                "CLOSED/1/2/3",
                MailKind.CLOSED,
                "safety-001@bihuan.example",
                Instant.parse("2026-09-24T02:00:00Z"),
                "【隐患销号】",
                "text",
                "<p>html</p>");
    }
}
