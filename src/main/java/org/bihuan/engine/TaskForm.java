package org.bihuan.engine;

/**
 * One user task of a process, from its opening to its submission. A bean per task; the engine room finds it by its key, hands
 * it what happens, and shields it from the engine.
 */
public interface TaskForm {
    /** The task definition key, for example {@code verify}. */
    String task();

    /** The task has come to be: give it name, people, dates and what its card shows. Same transaction. */
    void opened(OpenedTask task);

    /**
     * A person wants to take the task; refuse by a broken rule.
     *
     * @param businessKey the hazard number
     */
    default void claimed(String businessKey, org.bihuan.organisation.Person by) {}

    /** A person submits; refuse by a broken rule or invalid input, and the task stays as it was. Same transaction. */
    void submitted(Submission form);
}
