package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to the mail room in a test, in the words of its day. */
record MailRoom(
        TestClock clock,
        DigestRun digestRun,
        Dispatcher dispatcher,
        Mailbox mailbox,
        ApplicationEventPublisher events,
        TransactionTemplate transaction,
        JdbcClient jdbc) {

    /** Half past eight: the digests are built and leave. */
    void morningOf(String day) {
        clock.set(day, "08:30");
        digestRun.run();
        dispatcher.sendDue();
    }

    /** Another room hands a case over, in its own transaction. */
    void happens(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** What arrived at the address of a person of the sample county, the oldest first. */
    List<Mailbox.Mail> mailsTo(String person) {
        return mailbox.to(jdbc.sql("select email from person where id = :id")
                .param("id", person)
                .query(String.class)
                .single());
    }

    Mailbox.Mail onlyMailTo(String person) {
        var mails = mailsTo(person);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
