package org.bihuan.deadline.application;

import java.util.Comparator;
import java.util.Locale;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.engine.Cases;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.Hazard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the tasks of the engine on the dates of the clocks. */
@Service
class DateTasks implements DatedTasks {
    private final Clocks clocks;
    private final TaskDates dates;
    private final SupervisionDesk supervisionDesk;
    private final OverdueIncidents incidents;
    private final Cases cases;

    DateTasks(
            Clocks clocks, TaskDates dates, SupervisionDesk supervisionDesk, OverdueIncidents incidents, Cases cases) {
        this.clocks = clocks;
        this.dates = dates;
        this.supervisionDesk = supervisionDesk;
        this.incidents = incidents;
        this.cases = cases;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dress(OpenedTask task, Hazard hazard) {
        var running = clocks.running(hazard.number());
        running.stream()
                .filter(clock ->
                        clock.kind() == ClockKind.REVIEW || !clock.kind().isOfADesk())
                .min(Comparator.comparing(Clock::kind))
                .ifPresent(clock -> dates.give(task, hazard, clock));
        incidents.raiseFor(running, task.executionId());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dress(OpenedTask task, Hazard hazard, ClockKind desk) {
        clocks.running(hazard.number()).stream()
                .filter(clock -> clock.kind() == desk)
                .forEach(clock -> dates.give(task, hazard, clock));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void date(Hazard hazard) {
        for (var clock : clocks.running(hazard.number())) {
            if (clock.kind().isASupervision()) {
                supervisionDesk.date(clock);
            } else {
                cases.date(hazard.number().value(), taskOf(clock.kind()), dates.due(clock), dates.followUp(clock));
            }
        }
    }

    /** The task in the diagram that stands for a clock. */
    static String taskOf(ClockKind kind) {
        return switch (kind) {
            case EXTENSION -> "decide-extension";
            case VOIDING -> "decide-void";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
