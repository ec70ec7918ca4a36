package org.bihuan.engine;

import java.time.Instant;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/** A user task at the moment of its creation. */
public interface OpenedTask {
    /** The engine's id of it, as long as it lives. */
    String id();

    String businessKey();

    /** The execution an incident of this task hangs on. */
    String executionId();

    /** Adds {@code ：<text>} to the task's name, the text cut to 40 characters. */
    void nameAfter(String text);

    /** Gives the task to the person; while he is away it is his still, and offered to those who stand in for him (N8). */
    void assignTo(PersonId person);

    /** Offers the task to a group of the mirror: a unit, a role, an enterprise. */
    void offerTo(String group);

    /**
     * @param due the last second of the due day
     * @param followUp when the task becomes pressing
     * @param priority 0 to 100, the engine's own scale; 50 is ordinary
     */
    void dates(@Nullable Instant due, @Nullable Instant followUp, int priority);

    /** A value for the card only: task-local, never read back. */
    void show(String name, String value);
}
