package org.bihuan.deadline.domain;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of decision table {@code ladder}: what happens so many working days from the due day, and who is told.
 *
 * @param step START, CATCHUP, EVERY+5 (the endless series behind the last rung), or working days from the due day: {@code -3},
 *     {@code 0}, {@code +1}
 * @param audience names of audiences separated by commas
 * @param action what reaches them, for example REMINDER
 * @param supervision the audience whose 督办 it opens; else null
 * @param letter the letters it drafts, separated by commas; else null
 */
public record Step(
        String step,
        String audience,
        String action,
        @Nullable String supervision,
        @Nullable String letter) {
    public static final String START = "START";
    public static final String CATCHUP = "CATCHUP";
    /** A rung of a stopped term: what became of the delay, for those whom it had reached (N13). */
    public static final String CLEAR = "CLEAR";

    /** The due day of the term is a later one by a new notice: its owner is told of the new day (6.3). */
    public static final String MOVED = "MOVED";

    private static final String EVERY = "EVERY";

    /** From here on superiors are told; sham reports do not push these rungs away (N3). */
    public static final int CLIMBS_FROM = 3;

    /** Whether it is bound to the due day rather than to the start of the term. */
    public boolean isOffset() {
        return !step.equals(START) && !step.equals(CATCHUP) && !isEndless();
    }

    /** Whether it says what comes again and again behind the last rung. */
    public boolean isEndless() {
        return step.startsWith(EVERY);
    }

    /** Working days from the due day; of the endless series, from one of its rungs to the next. */
    public int offset() {
        return offset(isEndless() ? step.substring(EVERY.length()) : step);
    }

    static int offset(String step) {
        return Integer.parseInt(step.startsWith("+") ? step.substring(1) : step);
    }

    /** The rung of the endless series that lies so many days behind the due day. */
    Step at(int offset) {
        return new Step("+" + offset, audience, action, supervision, letter);
    }

    /** The same step told to the other's audience too. */
    Step alsoTelling(Step other) {
        var names = Stream.of(audience, other.audience)
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Step(step, String.join(", ", names), action, supervision, letter);
    }
}
