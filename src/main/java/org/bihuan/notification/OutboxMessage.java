package org.bihuan.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A mail as it goes over the wire (contract 6): a text and an HTML part, and always the same Message-ID. */
final class OutboxMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    /**
     * @param sender an address
     * @param senderName how the sender is called; never text of a person
     */
    OutboxMessage(Session session, ComposedMail mail, String sender, String senderName) throws MessagingException {
        super(session);
        this.messageId = "<" + mail.id() + "@bihuan>";
        setFrom(named(sender, senderName));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        setSubject(oneLine(mail.subject()), UTF_8);
        setSentDate(Date.from(mail.at()));
        setHeader("X-Bihuan-Key", oneLine(mail.key()));
        setHeader("X-Bihuan-Kind", mail.kind().name());
        setHeader("Auto-Submitted", "auto-generated");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "plain"));
        parts.addBodyPart(part(mail.html(), "html"));
        setContent(parts);
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** A line break in a header would begin a header of somebody else's choosing. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            var from = new InternetAddress(address, true);
            from.setPersonal(name, UTF_8);
            return from;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
