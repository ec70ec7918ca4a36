package org.bihuan.deadline;

import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.Hazard;

/** The open tasks of a case: each carries the dates of its clock (5.1). */
public interface DatedTasks {

    /** Gives a task the dates of its clock, and raises anew the incident of a clock that is overdue already. */
    void dress(OpenedTask task, Hazard hazard);

    /** Gives the task of a desk beside the main path the dates of its clock. */
    void dress(OpenedTask task, Hazard hazard, ClockKind desk);

    /** Gives all open tasks of a case the dates of their clocks, after these have moved or somebody else has changed them. */
    void date(Hazard hazard);
}
