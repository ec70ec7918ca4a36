package org.bihuan.notification;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what is due: takes mails under a lease, hands each over outside every transaction, then marks it. A crash between the
 * server's answer and the mark sends the mail again under the same Message-ID; everything else leaves once. Any number of
 * dispatchers may run on any number of nodes.
 */
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_A_TIME = 10;
    private static final int MARKS = 20;
    private static final Duration BETWEEN_MARKS = Duration.ofMillis(250);

    private final Departures departures;
    private final Digests digests;
    private final Composer composer;
    private final Addresses addresses;
    private final MailChannel channel;
    private final MailHours hours;
    private final CountyTime time;
    private final NotificationSettings settings;
    private volatile boolean stopping;

    Dispatcher(
            Departures departures,
            Digests digests,
            Composer composer,
            Addresses addresses,
            MailChannel channel,
            MailHours hours,
            CountyTime time,
            NotificationSettings settings) {
        this.departures = departures;
        this.digests = digests;
        this.composer = composer;
        this.addresses = addresses;
        this.channel = channel;
        this.hours = hours;
        this.time = time;
        this.settings = settings;
    }

    /**
     * Sends until nothing is due, the server is away or the pace of the county is reached.
     *
     * @return how many have left
     */
    int sendDue() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("mail is never sent inside a transaction");
        }
        var holder = UUID.randomUUID();
        var sent = 0;
        try (var round = channel.open()) {
            while (!stopping) {
                var claimed = departures.claim(holder, time.now(), hours.areOpen(), AT_A_TIME);
                if (claimed.isEmpty()) {
                    return sent;
                }
                for (var mail : claimed) {
                    var step = stopping ? Step.PAUSE : send(mail, holder, round);
                    if (step == Step.PAUSE) {
                        departures.release(holder);
                        return sent;
                    }
                    if (step == Step.SENT && sent++ == 0) {
                        departures.serverIsBack(time.now());
                    }
                }
            }
            return sent;
        }
    }

    /** Takes mails, again after a {@link #stop}. */
    void start() {
        stopping = false;
    }

    /** Finishes the mail at hand and takes no more. */
    void stop() {
        stopping = true;
    }

    /** Lets mails leave whose recipients could not be reached and can be now. */
    void lookForAddresses() {
        var found = departures.unreachable().stream().filter(addresses::reaches).toList();
        if (!found.isEmpty()) {
            departures.reachable(found, time.now());
        }
    }

    /** What became of one mail. */
    private enum Step {
        SENT,
        NOT_SENT,
        /** And no other can be sent now. */
        PAUSE
    }

    private Step send(QueuedMail mail, UUID holder, MailChannel.Round round) {
        Answer answer;
        try {
            answer = attempt(mail, holder, round);
        } catch (NotTaken failure) {
            return failed(mail, holder, failure);
        } catch (RuntimeException defect) {
            LOG.error("Mail {} could not be built or handed over", mail.key(), defect);
            return failed(mail, holder, new NotTaken(NotTaken.Reason.LATER, null, defect));
        }
        if (answer.step() == Step.SENT) {
            markSent(mail, answer.words());
        }
        return answer.step();
    }

    /** What came of an attempt, with the server's words when it has taken the mail. */
    private record Answer(Step step, String words) {
        static final Answer PAUSE = new Answer(Step.PAUSE, "");
        static final Answer NOT_SENT = new Answer(Step.NOT_SENT, "");
    }

    private Answer attempt(QueuedMail mail, UUID holder, MailChannel.Round round) throws NotTaken {
        if (!mail.immediate() && !hours.areOpen()) {
            return Answer.PAUSE;
        }
        var digestOn = mail.digestOn();
        if (digestOn != null && digestOn.isBefore(time.today())) {
            return ended(mail, holder, MailStatus.SKIPPED);
        }
        var addressee = digestOn == null ? addresses.readerFor(mail.recipient()) : addresses.of(mail.recipient());
        var address = addressee.address();
        if (address == null) {
            LOG.warn("Mail {} has no address to go to", mail.key());
            return ended(mail, holder, MailStatus.UNREACHABLE);
        }
        var text = text(mail, addressee);
        return text == null
                ? ended(mail, holder, MailStatus.SKIPPED)
                : hand(mail, holder, addressee.code(), address, text, round);
    }

    private Answer ended(QueuedMail mail, UUID holder, MailStatus as) {
        departures.end(mail, holder, as, null, null);
        return Answer.NOT_SENT;
    }

    private @Nullable MailText text(QueuedMail mail, Addressee addressee) {
        if (mail.digestOn() != null) {
            digests.dropWhatMovedOn(mail.id());
        }
        return composer.compose(mail, addressee).orElse(null);
    }

    private Answer hand(
            QueuedMail mail, UUID holder, String reader, String address, MailText text, MailChannel.Round round)
            throws NotTaken {
        var turn = departures.turn(settings.mailPerMinute());
        if (turn.isEmpty() || !waited(turn.get())) {
            return Answer.PAUSE;
        }
        try {
            if (!departures.begin(mail, holder, reader, address, text.subject())) {
                return Answer.NOT_SENT;
            }
        } catch (DuplicateKeyException toldAlready) {
            departures.toldAlready(mail, holder, reader);
            return Answer.NOT_SENT;
        }
        var reply = round.hand(new ComposedMail(
                mail.id(), mail.key(), mail.kind(), address, time.now(), text.subject(), text.text(), text.html()));
        return new Answer(Step.SENT, reply);
    }

    /** The mail has left, so nothing that fails from here on may make it leave again: the mark is tried until the lease ends. */
    private void markSent(QueuedMail mail, String reply) {
        for (var attempt = 1; ; attempt++) {
            try {
                departures.sent(mail, reply, time.now());
                return;
            } catch (DataAccessException databaseAway) {
                if (attempt == MARKS || !waited(BETWEEN_MARKS.multipliedBy(attempt))) {
                    LOG.error("Mail {} has left and could not be marked; it will leave once more", mail.key());
                    throw databaseAway;
                }
            }
        }
    }

    private Step failed(QueuedMail mail, UUID holder, NotTaken failure) {
        if (failure.reason() == NotTaken.Reason.NEVER) {
            LOG.warn("Mail {} was refused for good: {}", mail.key(), failure.reply());
            departures.end(mail, holder, MailStatus.DEAD, failure.reply(), failure.getMessage());
            return Step.NOT_SENT;
        }
        var wait = Backoff.after(mail.attempts() + 1, ThreadLocalRandom.current());
        departures.later(mail, holder, time.now().plus(wait), failure);
        if (failure.reason() == NotTaken.Reason.SERVER_AWAY) {
            LOG.warn("No mail server takes mail: {}", failure.getMessage());
            return Step.PAUSE;
        }
        return Step.NOT_SENT;
    }

    private static boolean waited(Duration turn) {
        try {
            Thread.sleep(turn.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
