package org.bihuan.deadline.events;

import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;

/** The clock of a rectification has stopped, or its day lies later: whatever its ladder has opened has no ground any more (N6, N11). */
public record DelayEnded(HazardNumber hazard, Outcome how) {}
