package org.bihuan.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.bihuan.shared.CountyTime;

/**
 * Where the mail server delivers: every address is known, and every mail goes to {@link CollectedMails} instead of one of
 * the server's own mailboxes, which would grow for ever.
 */
final class MailCollector implements MessageDeliveryHandler {
    private final CollectedMails mails;
    private final CountyTime time;

    MailCollector(CollectedMails mails, CountyTime time) {
        this.mails = mails;
        this.time = time;
    }

    @Override
    public GreenMailUser handle(MovingMessage moving, MailAddress recipient) throws MessagingException {
        var mail = moving.getMessage();
        try {
            var subject = MailReader.subject(mail);
            var kind = MailReader.header(mail, "X-Bihuan-Kind");
            var key = MailReader.header(mail, "X-Bihuan-Key");
            var messageId = MailReader.header(mail, "Message-ID");
            var text = MailReader.part(mail, "text/plain");
            var html = MailReader.part(mail, "text/html");
            var at = time.now();
            mails.add(number ->
                    new CollectedMail(number, recipient.getEmail(), subject, kind, key, messageId, at, text, html));
        } catch (IOException unreadable) {
            throw new MessagingException("cannot read the mail", unreadable);
        }
        return new AlreadyServed(recipient.getEmail());
    }

    /** The owner of an address, whose mail has been collected by the time the server delivers it. */
    private record AlreadyServed(String getEmail) implements GreenMailUser {
        @Override
        public String getLogin() {
            return getEmail;
        }

        @Override
        public void deliver(MovingMessage message) {
            // collected already
        }

        @Override
        public void deliver(MimeMessage message) {
            // collected already
        }

        @Override
        public void create() {
            // has no mailbox of its own
        }

        @Override
        public void delete() {
            // has no mailbox of its own
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("nobody logs in to the built-in mail server");
        }

        @Override
        public void authenticate(String password) throws UserException {
            throw new UserException("nobody logs in to the built-in mail server");
        }

        @Override
        public String getQualifiedMailboxName() {
            return getEmail;
        }
    }
}
