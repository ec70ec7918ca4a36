package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {
    private static final RandomGenerator MIDDLE = new Chance(0.5);

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "8, PT1H4M", "9, PT2H", "1000, PT2H"})
    void eachAttemptWaitsTwiceAsLongUpToTwoHours(int attempts, Duration wait) {
        assertThat(Backoff.after(attempts, MIDDLE)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"0.0, PT48S", "1.0, PT1M12S"})
    void chanceKeepsMailsFromComingBackTogether(double chance, Duration wait) {
        assertThat(Backoff.after(2, new Chance(chance))).isEqualTo(wait);
    }

    private record Chance(double value) implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return value;
        }
    }
}
