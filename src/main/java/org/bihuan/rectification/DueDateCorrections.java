package org.bihuan.rectification;

import java.util.List;
import org.bihuan.deadline.CalendarMoves;
import org.bihuan.organisation.Person;

/** Due dates that a notice of holidays has put on a later day: listed for the committee office, moved by its one confirmation (6.3). */
public interface DueDateCorrections {

    /** How many clocks wait for it. */
    int waiting();

    /** Some of them, those due first before the others; pages count from 0. */
    List<CalendarMoves.Waiting> waiting(int page, int size);

    /**
     * Moves all that waits, case by case; what has changed meanwhile is taken as it is now. A second call finds nothing.
     *
     * @return how many due dates this call has moved
     * @throws org.bihuan.shared.NotAllowed for everybody but the committee office
     */
    int confirm(Person by);
}
