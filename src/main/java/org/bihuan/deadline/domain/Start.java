package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.DueDay;
import org.jspecify.annotations.Nullable;

/**
 * What a term begins with.
 *
 * @param counted the due day, with the count behind it where there is one
 * @param originalDueOn the due day as first told
 * @param isImmediate and {@code countsFrom}: as of {@link Clock}
 * @param isNew whether the term begins rather than goes on: only then START tells of it
 * @param standingSince where a withdrawn report had stopped the clock: the day of that report; else null
 */
public record Start(
        CountedDay counted,
        LocalDate originalDueOn,
        boolean isImmediate,
        @Nullable LocalDate countsFrom,
        boolean isNew,
        @Nullable LocalDate standingSince) {

    /** For a day that a person named. */
    public static Start newTerm(DueDay named) {
        return newTerm(CountedDay.named(named));
    }

    public static Start newTerm(CountedDay counted) {
        return new Start(counted, counted.date(), false, null, true, null);
    }

    /** The clock goes on where the report had stopped it: same due day, same rules. */
    public static Start goingOn(Clock before) {
        return new Start(
                before.counted(),
                before.originalDueOn(),
                before.immediate(),
                before.countsFrom(),
                false,
                before.stoppedOn());
    }

    /** The due day moves by a decision: the original one stays, and nothing is told as if it began anew. */
    public static Start movedTo(DueDay dueDay, Clock before) {
        return new Start(CountedDay.named(dueDay), before.originalDueOn(), before.immediate(), null, false, null);
    }

    /** The same count ends on another day by a new notice. */
    public static Start correctedTo(CountedDay counted, Clock before) {
        return new Start(counted, before.originalDueOn(), before.immediate(), before.countsFrom(), false, null);
    }

    public DueDay dueDay() {
        return counted.day();
    }

    public Start immediate(boolean immediate) {
        return new Start(counted, originalDueOn, immediate, countsFrom, isNew, standingSince);
    }

    public Start countingFrom(@Nullable LocalDate day) {
        return new Start(counted, originalDueOn, isImmediate, day, isNew, standingSince);
    }

    public Start originallyDueOn(LocalDate day) {
        return new Start(counted, day, isImmediate, countsFrom, isNew, standingSince);
    }

    /** The same on another due day. */
    public Start dueOn(CountedDay day) {
        return new Start(day, originalDueOn, isImmediate, countsFrom, isNew, standingSince);
    }
}
