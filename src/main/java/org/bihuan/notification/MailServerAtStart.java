package org.bihuan.notification;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says once after a start whether the mail server answers: its operator must not learn it from mails that did not come. */
@Component
@ConditionalOnProperty("bihuan.background")
class MailServerAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(MailServerAtStart.class);

    private final ObjectProvider<JavaMailSender> account;

    MailServerAtStart(ObjectProvider<JavaMailSender> account) {
        this.account = account;
    }

    /** Beside the start, which waits for nobody: a mail server that is away stops no other work. */
    @Scheduled(initialDelay = 0)
    void look() {
        if (account.getIfAvailable() instanceof JavaMailSenderImpl server) {
            try {
                server.testConnection();
                LOG.info("The mail server {}:{} answers", server.getHost(), server.getPort());
            } catch (MessagingException away) {
                LOG.warn(
                        "The mail server {}:{} takes no mail: {}. Mails wait and are tried again until it does",
                        server.getHost(),
                        server.getPort(),
                        away.getMessage());
            }
        }
    }
}
