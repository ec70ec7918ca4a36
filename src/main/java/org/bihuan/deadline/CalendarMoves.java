package org.bihuan.deadline;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;

/**
 * Due days that the same count puts on a later day since a notice of holidays was taken in (6.3). They stay as told until somebody
 * confirms the move; an earlier day never replaces the one that was told.
 */
public interface CalendarMoves {

    /** How many clocks wait for it. */
    int waiting();

    /** Some of them, those due first before the others; pages count from 0. */
    List<Waiting> waiting(int page, int size);

    /** Cases behind this number with such a clock, in number order. */
    List<HazardNumber> casesBehind(@Nullable HazardNumber behind, int atMost);

    /**
     * Moves the clocks of a case to their later day, if they still have one: the next term with its rungs, incident, task and
     * timer, as {@link Deadlines} does. The caller has locked the hazard and saves it; without a move it stays as it is.
     */
    Outcome move(Hazard locked);

    /** The case with its new due dates, and what has moved; none when somebody was faster. */
    record Outcome(Hazard hazard, List<Moved> moved) {}

    /** A due day that has moved. */
    record Moved(ClockKind clock, LocalDate from, LocalDate to) {}

    /**
     * A due day that waits to be moved.
     *
     * @param why the new count in one Chinese sentence
     */
    record Waiting(HazardNumber hazard, ClockKind clock, LocalDate from, LocalDate to, String why) {}
}
