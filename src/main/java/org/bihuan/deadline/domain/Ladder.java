package org.bihuan.deadline.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;

/** The rungs of one term of one clock, computed when the term begins (N1, N3). */
public final class Ladder {
    private final List<Step> steps;
    private final WorkingDays days;
    private final CountyTime time;

    public Ladder(List<Step> steps, WorkingDays days, CountyTime time) {
        this.steps = steps;
        this.days = days;
        this.time = time;
    }

    /**
     * @param clock a term that begins today
     * @param resumed whether the clock goes on rather than begins: START has been told already
     */
    public List<Rung> of(Clock clock, boolean resumed) {
        var rungs = new ArrayList<Rung>();
        for (var step : steps) {
            var firesOn = dayOf(step, clock, resumed);
            if (firesOn != null) {
                rungs.add(new Rung(
                        clock.hazard(),
                        clock.kind(),
                        clock.term(),
                        step.step(),
                        time.startOf(firesOn),
                        step.audience(),
                        step.action()));
            }
        }
        return rungs;
    }

    private @Nullable LocalDate dayOf(Step step, Clock clock, boolean resumed) {
        var firstDay = clock.startedOn();
        if (step.step().equals(Step.START)) {
            return resumed ? null : firstDay;
        }
        if (step.step().equals(Step.CATCHUP)) {
            return clock.dueOn().isBefore(firstDay) ? firstDay : null;
        }
        var day = step.dayFor(clock.dueOn(), days);
        return day.isAfter(firstDay) ? day : null;
    }
}
