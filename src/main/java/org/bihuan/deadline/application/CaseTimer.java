package org.bihuan.deadline.application;

import java.time.Instant;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.HazardNumber;
import org.springframework.stereotype.Component;

/** The one timer of a case: it points at the next rung behind the due day, spread over the first two hours of its day. */
@Component
public class CaseTimer {
    /** Where the timer waits while nothing lies ahead: every open case has exactly one job, and any move is a new date. */
    private static final Instant PARKED = Instant.parse("9999-12-31T00:00:00Z");

    /** The timer in the diagram. */
    private static final String TIMER = "Timer_NextRung";

    private static final int SPREAD_SECONDS = 2 * 60 * 60;

    private final Rungs rungs;
    private final Cases cases;

    CaseTimer(Rungs rungs, Cases cases) {
        this.rungs = rungs;
        this.cases = cases;
    }

    public Instant next(HazardNumber number) {
        return rungs.nextWake(number)
                .map(fireAt -> fireAt.plusSeconds(number.serial() % SPREAD_SECONDS))
                .orElse(PARKED);
    }

    /** For a case that waits for a timer it no longer has. */
    void beginAnew(HazardNumber number) {
        cases.enterAnew(number.value(), TIMER);
    }

    void follow(HazardNumber number) {
        cases.moveTimer(number.value(), next(number));
    }
}
