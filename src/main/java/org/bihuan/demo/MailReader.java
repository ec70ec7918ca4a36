package org.bihuan.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Reads what people see of a mail: its headers, its text and its HTML, wherever in the message they are. */
final class MailReader {
    private MailReader() {}

    /** Decoded; empty when missing. */
    static String subject(MimeMessage mail) throws MessagingException {
        return Objects.requireNonNullElse(mail.getSubject(), "");
    }

    /** In one line, as it was before the wire folded it; empty when missing. */
    static String header(MimeMessage mail, String name) throws MessagingException {
        return MimeUtility.unfold(Objects.requireNonNullElse(mail.getHeader(name, null), ""));
    }

    /** The first part of that type that is no attachment; empty when there is none. */
    static String part(Part mail, String type) throws MessagingException, IOException {
        return find(mail, type).orElse("");
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        var content = part.getContent();
        if (content instanceof String text && part.isMimeType(type)) {
            return Optional.of(text);
        }
        if (content instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
