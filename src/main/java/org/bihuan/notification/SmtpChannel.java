package org.bihuan.notification;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Mail over SMTP with the account of {@code spring.mail}. The time limits there hold for each read; a server that answers
 * a byte a second would keep to them for ever, so the whole handing-over has a limit of its own, shorter than the lease.
 */
@Component
class SmtpChannel implements MailChannel {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Supplier<@Nullable JavaMailSender> account;
    private final String sender;
    private final String senderName;
    private final Duration longest;
    private final ScheduledExecutorService limit = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "mail-limit");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    SmtpChannel(ObjectProvider<JavaMailSender> account, NotificationSettings settings, Words words) {
        this(account::getIfAvailable, settings.sender(), words.say("mail.sender"), LONGEST);
    }

    SmtpChannel(Supplier<@Nullable JavaMailSender> account, String sender, String senderName, Duration longest) {
        this.account = account;
        this.sender = sender;
        this.senderName = senderName;
        this.longest = longest;
    }

    @Override
    public Round open() {
        return account.get() instanceof JavaMailSenderImpl server ? new SmtpRound(server) : new NoServer();
    }

    @PreDestroy
    void stop() {
        limit.shutdownNow();
    }

    /** No mail server is configured: mails wait until there is one. */
    private static final class NoServer implements Round {
        @Override
        public String hand(ComposedMail mail) throws NotTaken {
            throw new NotTaken(NotTaken.Reason.SERVER_AWAY, "spring.mail.host is not set", null);
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    private final class SmtpRound implements Round {
        private final JavaMailSenderImpl server;
        private final ClosableSockets sockets = new ClosableSockets();
        private final Session session;
        private @Nullable Transport connection;

        SmtpRound(JavaMailSenderImpl server) {
            this.server = server;
            var properties = new Properties();
            properties.putAll(server.getSession().getProperties());
            properties.put("mail." + protocol() + ".socketFactory", sockets);
            this.session = Session.getInstance(properties);
        }

        @Override
        public String hand(ComposedMail mail) throws NotTaken {
            var tooLong = limit.schedule(sockets::closeAll, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return send(connected(), mail);
            } catch (NotTaken failure) {
                close();
                throw failure;
            } finally {
                tooLong.cancel(false);
            }
        }

        private String send(Transport open, ComposedMail mail) throws NotTaken {
            try {
                var message = new OutboxMessage(session, mail, sender, senderName);
                open.sendMessage(message, message.getAllRecipients());
                return open instanceof SMTPTransport smtp
                        ? smtp.getLastServerResponse().strip()
                        : "";
            } catch (MessagingException refused) {
                throw judged(refused);
            }
        }

        private Transport connected() throws NotTaken {
            var open = connection;
            if (open != null && open.isConnected()) {
                return open;
            }
            close();
            try {
                var fresh = session.getTransport(protocol());
                connection = fresh;
                fresh.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
                return fresh;
            } catch (MessagingException away) {
                throw new NotTaken(NotTaken.Reason.SERVER_AWAY, null, away);
            }
        }

        private String protocol() {
            var protocol = server.getProtocol();
            return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
        }

        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (MessagingException alreadyGone) {
                // the connection is given up either way
            }
            connection = null;
            sockets.closeAll();
        }
    }

    /** Only what the server says to this recipient or this text is final; its word about the sender means our own account. */
    static NotTaken judged(MessagingException refused) {
        for (Exception each = refused; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) {
                return new NotTaken(isFinal(address.getReturnCode()), address.getMessage(), refused);
            }
        }
        if (refused instanceof SMTPSendFailedException failed
                && !String.valueOf(failed.getCommand()).toUpperCase(Locale.ROOT).startsWith("MAIL")) {
            return new NotTaken(isFinal(failed.getReturnCode()), failed.getMessage(), refused);
        }
        var reply = refused instanceof SendFailedException ? refused.getMessage() : null;
        return new NotTaken(NotTaken.Reason.LATER, reply, refused);
    }

    private static @Nullable Exception next(Exception exception) {
        return exception instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static NotTaken.Reason isFinal(int code) {
        return code >= 500 && code < 600 ? NotTaken.Reason.NEVER : NotTaken.Reason.LATER;
    }
}
