package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.DueDay;
import org.jspecify.annotations.Nullable;

/**
 * What a term begins with.
 *
 * @param originalDueOn the due day as first told
 * @param isImmediate and {@code countsFrom}: as of {@link Clock}
 * @param isNew whether the term begins rather than goes on: only then START tells of it
 * @param standingSince where a withdrawn report had stopped the clock: the day of that report; else null
 */
public record Start(
        DueDay dueDay,
        LocalDate originalDueOn,
        boolean isImmediate,
        @Nullable LocalDate countsFrom,
        boolean isNew,
        @Nullable LocalDate standingSince) {

    public static Start newTerm(DueDay dueDay) {
        return new Start(dueDay, dueDay.date(), false, null, true, null);
    }

    /** The clock goes on where the report had stopped it: same due day, same rules. */
    public static Start goingOn(Clock before) {
        return new Start(
                new DueDay(before.dueOn(), before.estimated(), before.explanation()),
                before.originalDueOn(),
                before.immediate(),
                before.countsFrom(),
                false,
                before.stoppedOn());
    }

    /** The due day moves by a decision: the original one stays, and nothing is told as if it began anew. */
    public static Start movedTo(DueDay dueDay, Clock before) {
        return new Start(dueDay, before.originalDueOn(), before.immediate(), null, false, null);
    }

    public Start immediate(boolean immediate) {
        return new Start(dueDay, originalDueOn, immediate, countsFrom, isNew, standingSince);
    }

    public Start countingFrom(@Nullable LocalDate day) {
        return new Start(dueDay, originalDueOn, isImmediate, day, isNew, standingSince);
    }

    public Start originallyDueOn(LocalDate day) {
        return new Start(dueDay, day, isImmediate, countsFrom, isNew, standingSince);
    }
}
