package org.bihuan.deadline.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;

/**
 * The rungs of one term of one clock (5.3): computed when the term begins, and behind the last of them one after the other
 * without end, so that a running clock always has a next rung.
 */
public final class Ladder {
    private final List<Step> steps;
    private final WorkingDays days;
    private final RungDays rungDays;
    private final CountyTime time;

    public Ladder(List<Step> steps, WorkingDays days, CountyTime time) {
        this.steps = steps;
        this.days = days;
        this.rungDays = new RungDays(days);
        this.time = time;
    }

    /** The rungs of a term that begins on the clock's first day (N1, N3). */
    public List<Rung> of(Clock clock, Start start) {
        var rungs = new ArrayList<Rung>();
        for (var step : steps) {
            var day = dayOf(step, clock, start);
            if (day != null) {
                rungs.add(rung(clock, step.step().equals(Step.CATCHUP) ? catchingUp(step, clock) : step, day));
            }
        }
        if (isLate(clock) && steps.stream().noneMatch(step -> liesAhead(step, clock))) {
            endless(clock, lastOffset(), clock.startedOn()).ifPresent(rungs::add);
        }
        return rungs;
    }

    /** What follows a rung that has fired: the next of the endless series, where it was the last of those known. */
    public Optional<Rung> following(Rung fired, Clock clock) {
        if (!fired.step().startsWith("+")) {
            return Optional.empty();
        }
        var offset = fired.offset();
        return offset < lastOffset() ? Optional.empty() : endless(clock, offset, time.dayOf(fired.fireAt()));
    }

    private @Nullable LocalDate dayOf(Step step, Clock clock, Start start) {
        var firstDay = clock.startedOn();
        if (step.step().equals(Step.START)) {
            return start.isNew() ? firstDay : null;
        }
        if (step.step().equals(Step.CATCHUP)) {
            return isLate(clock) ? firstDay : null;
        }
        if (!step.isOffset()) {
            return null;
        }
        var day = dayFor(step, clock);
        if (day.isAfter(firstDay)) {
            return day;
        }
        return fellWhileTheReportStood(step, day, start) ? days.workingDayFrom(firstDay, 1) : null;
    }

    private LocalDate dayFor(Step step, Clock clock) {
        return rungDays.dayOf(step.offset(), clock.rungBase());
    }

    /** A report that is taken back must not have silenced what climbed meanwhile (N3). */
    private static boolean fellWhileTheReportStood(Step step, LocalDate day, Start start) {
        return start.standingSince() != null && step.offset() >= Step.CLIMBS_FROM && day.isAfter(start.standingSince());
    }

    /** CATCHUP reaches the highest audience already passed too (N3). */
    private Step catchingUp(Step catchUp, Clock clock) {
        return steps.stream()
                .filter(step -> step.isOffset() && step.offset() > 0 && !liesAhead(step, clock))
                .max(Comparator.comparing(Step::offset))
                .map(catchUp::alsoTelling)
                .orElse(catchUp);
    }

    private boolean liesAhead(Step step, Clock clock) {
        return step.isOffset() && dayFor(step, clock).isAfter(clock.startedOn());
    }

    private static boolean isLate(Clock clock) {
        return clock.dueOn().isBefore(clock.startedOn());
    }

    /** The first rung of the endless series behind this offset and this day. */
    private Optional<Rung> endless(Clock clock, int behind, LocalDate after) {
        return endlessStep().map(step -> {
            var base = clock.countsFrom() == null ? clock.dueOn() : clock.countsFrom();
            var passed = Math.max(0, -days.workingDaysLeft(after, base) - behind) / step.offset();
            var offset = behind + (passed + 1) * step.offset();
            while (!rungDays.dayOf(offset, clock.rungBase()).isAfter(after)) {
                offset += step.offset();
            }
            return rung(clock, step.at(offset), rungDays.dayOf(offset, clock.rungBase()));
        });
    }

    private Optional<Step> endlessStep() {
        return steps.stream().filter(Step::isEndless).findFirst();
    }

    private int lastOffset() {
        return steps.stream()
                .filter(Step::isOffset)
                .mapToInt(Step::offset)
                .max()
                .orElse(0);
    }

    private Rung rung(Clock clock, Step step, LocalDate day) {
        return new Rung(
                clock.hazard(),
                clock.kind(),
                clock.term(),
                step.step(),
                time.startOf(day),
                step.audience(),
                step.action(),
                step.supervision(),
                step.letter());
    }
}
