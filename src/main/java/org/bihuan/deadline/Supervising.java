package org.bihuan.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/** What happens to the 督办 of a case (N11). They are opened by the watch over the deadline and taken back by whatever ends the delay. */
public interface Supervising {
    /** Message of a diagram that opens the task of one. */
    String OPENED = "supervision-opened";

    /** Message of a diagram that takes all open ones back. */
    String RECALLED = "supervision-recalled";

    /** The task of the one that was opened last has come to be: offers it to its superior and gives it the dates of its clock. */
    void opened(OpenedTask task, Hazard hazard);

    /** The last day until which somebody who answers today may ask to be left alone: ten working days ahead. */
    LocalDate latestQuiet();

    /** The one that an open task stands for. */
    Supervision ofTask(String taskId);

    /**
     * Its clock stops; the group is not told again until the day named. The caller has locked the hazard and saves it.
     *
     * @throws org.bihuan.shared.Conflict {@code TASK_GONE} when it has ended meanwhile
     */
    Hazard answered(
            Hazard hazard,
            String taskId,
            Supervision.Action action,
            String opinion,
            @Nullable LocalDate quietUntil,
            PersonId by);

    /**
     * Another unit follows the case (T26): what its old leaders have not answered waits for the new ones, its day stays. The caller
     * has locked the hazard.
     *
     * @param hazard as it is followed now
     * @param from the unit that followed it
     * @return the clocks that were handed over
     */
    Set<ClockKind> handedOver(Hazard hazard, UnitCode from);

    /** All of a case, the oldest first. */
    List<Supervision> of(HazardNumber hazard);
}
