package org.bihuan;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every mail that went over the wire, oldest first. Other tests write here too, so ask for the addresses of your own people
 * or for the number of your own hazard.
 */
public final class Mailbox {
    private final GreenMail server;

    Mailbox(GreenMail server) {
        this.server = server;
    }

    /** For tests of a room that start no application. */
    public static Mailbox ofThisJvm() {
        return new Mailbox(TestMailServer.running());
    }

    public List<Mail> all() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::read).toList();
    }

    public List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    /** Mails that name the given text, for example a hazard number, in subject or text. */
    public List<Mail> naming(String text) {
        return all().stream()
                .filter(mail -> mail.subject().contains(text) || mail.text().contains(text))
                .toList();
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One mail as its reader gets it; parts and headers that it lacks are empty. */
    public record Mail(
            List<String> to,
            String from,
            String subject,
            String kind,
            String key,
            String messageId,
            String text,
            String html,
            MimeMessage raw) {}

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    addresses(message),
                    String.valueOf(message.getFrom()[0]),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    header(message, "X-Bihuan-Kind"),
                    header(message, "X-Bihuan-Key"),
                    header(message, "Message-ID"),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    message);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> addresses(MimeMessage message) throws MessagingException {
        return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                .map(address -> ((InternetAddress) address).getAddress())
                .toList();
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, null)).orElse("");
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
