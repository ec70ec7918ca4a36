package org.bihuan.deadline.application;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.deadline.OwnerNames;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.FormerOwners;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.FormerOwner;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The incident {@code overdue} in Cockpit: it stands exactly while a running clock is overdue, and names its owner (5.1). */
@Component
public class OverdueIncidents {
    private static final String TYPE = "overdue";

    private final Clocks clocks;
    private final FormerOwners formerOwners;
    private final Cases cases;
    private final OwnerNames owners;
    private final Wording wording;
    private final CountyTime time;

    OverdueIncidents(
            Clocks clocks,
            FormerOwners formerOwners,
            Cases cases,
            OwnerNames owners,
            Wording wording,
            CountyTime time) {
        this.clocks = clocks;
        this.formerOwners = formerOwners;
        this.cases = cases;
        this.owners = owners;
        this.wording = wording;
        this.time = time;
    }

    /**
     * Raises what is due and hangs on no task yet, or on the task before this one. What stands already stands on, even where a clock
     * has since been set back over midnight: the engine drops it with the task before.
     *
     * @param execution where the case waits now
     */
    void raiseFor(List<Clock> running, String execution) {
        var overdue = running.stream()
                .filter(clock -> clock.incident() != null || isOverdue(clock))
                .toList();
        end(overdue);
        raise(overdue, clock -> execution);
    }

    private boolean isOverdue(Clock clock) {
        return time.today().isAfter(clock.dueOn()) && !clock.isHeldAt(time.now());
    }

    /** A few statements whatever the number of cases. */
    private void raise(List<Clock> overdue, Function<Clock, String> execution) {
        if (overdue.isEmpty()) {
            return;
        }
        var former = formerOwners.of(overdue.stream().map(Clock::hazard).toList());
        var incidents = cases.raiseIncidents(
                TYPE,
                overdue.stream()
                        .map(clock -> new Cases.Incident(
                                execution.apply(clock),
                                "%s %s".formatted(clock.hazard(), clock.kind()),
                                wording.overdue(
                                        clock,
                                        owners.of(clock.owner()),
                                        formerly(clock, former.getOrDefault(clock.hazard(), List.of())))))
                        .toList());
        clocks.standFor(overdue, incidents);
    }

    /** The incidents that stand name the owners of today. */
    void nameOwners(Hazard hazard) {
        var standing = clocks.running(hazard.number()).stream()
                .filter(clock -> clock.incident() != null)
                .toList();
        if (!standing.isEmpty()) {
            cases.openTask(hazard.number().value()).ifPresent(task -> raiseFor(standing, task.executionId()));
        }
    }

    /** Those who had the clock before its owner, each once. */
    private List<String> formerly(Clock clock, List<FormerOwner> ofTheCase) {
        return ofTheCase.stream()
                .filter(former -> former.held(clock) && !former.owner().equals(clock.owner()))
                .map(former -> owners.of(former.owner()))
                .distinct()
                .toList();
    }

    /** Brings open cases, whose rows the caller holds, into line with the day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void align(List<Hazard> hazards) {
        var tasks = cases.openTasks(
                hazards.stream().map(hazard -> hazard.number().value()).toList());
        var without = clocks.running(hazards.stream().map(Hazard::number).toList()).stream()
                .filter(clock -> clock.incident() == null && isOverdue(clock))
                .filter(clock -> tasks.containsKey(clock.hazard().value()))
                .toList();
        raise(
                without,
                clock -> Objects.requireNonNull(tasks.get(clock.hazard().value()))
                        .executionId());
    }

    /** @param stopped as they were while they ran */
    void end(List<Clock> stopped) {
        stopped.stream().map(Clock::incident).filter(Objects::nonNull).forEach(cases::resolveIncident);
    }
}
