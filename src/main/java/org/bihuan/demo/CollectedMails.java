package org.bihuan.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The latest mails of the sample county, in memory: a restart forgets them, and so does the arrival of many others. */
final class CollectedMails {
    private final int atMost;
    private final Deque<CollectedMail> newestFirst = new ArrayDeque<>();
    private long arrived;

    CollectedMails(int atMost) {
        this.atMost = atMost;
    }

    /** @param withNumber makes the mail of the number it gets */
    synchronized void add(LongFunction<CollectedMail> withNumber) {
        newestFirst.addFirst(withNumber.apply(++arrived));
        if (newestFirst.size() > atMost) {
            newestFirst.removeLast();
        }
    }

    synchronized List<CollectedMail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    synchronized Optional<CollectedMail> numbered(long number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }
}
