package org.bihuan.deadline.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.calendar.DueDay;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.ClockState;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;

/**
 * One term of one clock.
 *
 * @param count how the due day was counted; null for a day that a person named or that came with another ledger
 * @param soonDays with at most so many working days left the clock is DUE_SOON
 * @param immediate whether the hazard must be removed at once: its first rungs after the due day count calendar days (5.1)
 * @param countsFrom the approved day that a later round has already missed: rungs from +3 count from it (N3); else null
 * @param heldUntil until then a pending decision holds the rungs behind the due day and the incident (N12); else null
 * @param stoppedOn null while it runs
 * @param incident id of the incident {@code overdue} that stands for it, while it does
 */
public record Clock(
        HazardNumber hazard,
        ClockKind kind,
        int term,
        int round,
        ClockOwner owner,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate originalDueOn,
        boolean estimated,
        String explanation,
        @Nullable Count count,
        int soonDays,
        boolean immediate,
        @Nullable LocalDate countsFrom,
        @Nullable Instant heldUntil,
        @Nullable LocalDate stoppedOn,
        @Nullable String incident) {

    /** Due today is not overdue (D7). */
    public ClockState stateOn(LocalDate today, WorkingDays days) {
        if (today.isAfter(dueOn)) {
            return ClockState.OVERDUE;
        }
        if (today.isEqual(dueOn)) {
            return ClockState.DUE_TODAY;
        }
        return days.workingDaysLeft(today, dueOn) <= soonDays ? ClockState.DUE_SOON : ClockState.ON_TIME;
    }

    public CountedDay counted() {
        return new CountedDay(new DueDay(dueOn, estimated, explanation), count);
    }

    public RungDays.Base rungBase() {
        return new RungDays.Base(dueOn, immediate, countsFrom);
    }

    /** The first day of the term with at most three working days left, when the task moves into 三日内到期 (5.1). */
    public LocalDate firstPressingDay(WorkingDays days) {
        var day = firstPressingDay(dueOn, days);
        return day.isBefore(startedOn) ? startedOn : day;
    }

    /** The same for whatever is due on that day. */
    public static LocalDate firstPressingDay(LocalDate dueOn, WorkingDays days) {
        return days.workingDayFrom(days.lastWorkingDayUpTo(dueOn), -3);
    }

    /** Whether a pending decision holds it (N12). */
    public boolean isHeldAt(Instant now) {
        return heldUntil != null && now.isBefore(heldUntil);
    }

    /** The same with another due day from today on, as the next term has it. */
    public Clock from(LocalDate today, CountedDay counted) {
        return new Clock(
                hazard,
                kind,
                term,
                round,
                owner,
                today,
                counted.date(),
                originalDueOn,
                counted.estimated(),
                counted.day().explanation(),
                counted.count(),
                soonDays,
                immediate,
                countsFrom,
                heldUntil,
                null,
                null);
    }

    public Clock numbered(int newTerm) {
        return new Clock(
                hazard,
                kind,
                newTerm,
                round,
                owner,
                startedOn,
                dueOn,
                originalDueOn,
                estimated,
                explanation,
                count,
                soonDays,
                immediate,
                countsFrom,
                heldUntil,
                stoppedOn,
                incident);
    }
}
