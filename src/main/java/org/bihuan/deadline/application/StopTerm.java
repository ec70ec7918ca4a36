package org.bihuan.deadline.application;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.Supervision;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/**
 * Stops terms, and with them what hung on them: rungs that have not fired, incidents, and the 督办 of a delay that has ended. Whoever
 * had heard of the delay hears what became of it (N13).
 */
@Component
class StopTerm {
    /** Superiors who had heard of any clock of the case hear the news. */
    static final Set<ClockKind> EVERYBODY = EnumSet.allOf(ClockKind.class);

    private final Clocks clocks;
    private final Rungs rungs;
    private final OverdueIncidents incidents;
    private final SupervisionDesk supervisionDesk;
    private final CountyTime time;

    StopTerm(Clocks clocks, Rungs rungs, OverdueIncidents incidents, SupervisionDesk supervisionDesk, CountyTime time) {
        this.clocks = clocks;
        this.rungs = rungs;
        this.incidents = incidents;
        this.supervisionDesk = supervisionDesk;
        this.time = time;
    }

    /** The clock of a desk, which nobody above hears of. */
    void ofDesk(Hazard hazard, ClockKind desk, String news) {
        perform(hazard, EnumSet.of(desk), EnumSet.noneOf(ClockKind.class), news);
    }

    /** @param watched the kinds of clocks whose delays had reached superiors, who now hear the news */
    void perform(Hazard hazard, Collection<ClockKind> kinds, Collection<ClockKind> watched, String news) {
        var stopped = clocks.stop(hazard.number(), kinds, time.today());
        if (!stopped.isEmpty()) {
            incidents.end(stopped);
        }
        if (!stopped.isEmpty() && !watched.isEmpty()) {
            rungs.tellWatchers(stopped.get(0), watched, news, time.now());
        }
        if (stopped.stream().anyMatch(clock -> clock.kind() == ClockKind.RECTIFY)) {
            supervisionDesk.recall(hazard, Supervision.Outcome.valueOf(news));
        }
    }
}
