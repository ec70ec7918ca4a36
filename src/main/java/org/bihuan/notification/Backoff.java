package org.bihuan.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a mail waits for its next attempt: 30 s, 60 s, 2 min and so on up to 2 h, each a fifth more or less. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int DOUBLINGS = 8; // 30 s x 2^8 is beyond two hours

    private Backoff() {}

    /** @param attempts made so far, 1 or more */
    static Duration after(int attempts, RandomGenerator chance) {
        var full = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        var jittered = full.toMillis() * (0.8 + 0.4 * chance.nextDouble());
        return Duration.ofMillis(Math.min(Math.round(jittered), LONGEST.toMillis()));
    }
}
