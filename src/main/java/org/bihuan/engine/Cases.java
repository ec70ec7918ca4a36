package org.bihuan.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;

/**
 * Running cases, in the engine's memory. Every call joins the caller's transaction. Background code and use cases call it
 * with the engine's own rights; {@link #complete} alone acts as the person.
 */
public interface Cases {
    /** Starts one case. The ledger entry must exist already. */
    void start(String process, CaseStart start);

    /** Starts many cases, a few statements each; used by imports. */
    void startAll(String process, List<CaseStart> starts);

    /**
     * Completes the open task of that key, of several the one that the person may work on, as the person, exactly as Tasklist does: same rights, same form, same rules.
     *
     * @param fields as submitted: text, whole number or null
     * @throws org.bihuan.shared.Conflict {@code TASK_GONE} when there is no such task (any more) that the person may work on
     */
    void complete(String businessKey, String task, Map<String, ?> fields, Person by);

    /**
     * Tells the case a message of its diagram, for example that the report is withdrawn.
     *
     * @throws org.bihuan.shared.Conflict {@code CASE_MOVED_ON} when the case does not wait for it
     */
    void tell(String businessKey, String message);

    /** Tells it to everybody who waits for it in the case; nothing happens when nobody does. */
    void tellAll(String businessKey, String message);

    /** The open task of a case that belongs to the main path, if any. */
    Optional<OpenTask> openTask(String businessKey);

    /** The open task of a case that the engine offers this person or has given him, beside the main path too. */
    Optional<OpenTask> taskFor(String businessKey, Person person);

    /** The open tasks of many cases by business key; one query. */
    Map<String, OpenTask> openTasks(Collection<String> businessKeys);

    /**
     * The case an open task belongs to, asked with the reader's own rights.
     *
     * @param taskId whatever a browser claims; empty when it is no task that the engine lets this person see
     */
    Optional<TaskInCase> taskInCase(String taskId, Person reader);

    /** The same for the cards of a page: those of the tasks that the engine lets this person see, by task id; two queries. */
    Map<String, TaskInCase> tasksInCases(Collection<String> taskIds, Person reader);

    /** The running instance of a case; empty when it is closed. */
    Optional<String> instanceOf(String businessKey);

    /** Gives the present task to another person. */
    void reassign(String businessKey, PersonId to);

    /** Gives one open task, of the main path or beside it, from one person to another. */
    void giveTask(String taskId, PersonId from, PersonId to);

    /** Takes one open task from the person it lies with; it is offered again to whoever it was offered to. */
    void putBack(String taskId, PersonId from);

    /** Moves the one timer of a case; nothing happens when the case has none (any more). */
    void moveTimer(String businessKey, Instant to);

    /** Gives the open task of that key the dates of its clock; nothing happens when it is gone. */
    void date(String businessKey, String task, Instant due, Instant followUp);

    /** The same for one task by its id. */
    void dateTask(String taskId, Instant due, Instant followUp);

    /** Gives many open tasks another follow-up date at once, whatever their number; those that are gone are left out. */
    void followUp(List<FollowUp> dates);

    /** @param task its key */
    record FollowUp(String businessKey, String task, Instant at) {}

    /** Enters a step of the diagram anew where the case waits in it, for example a timer that has lost its job. */
    void enterAnew(String businessKey, String activity);

    /** Takes an open task back and opens it anew, of several of its key this one alone; nothing happens when it is gone. */
    void openTaskAnew(String taskId);

    /** Leaves whatever step of the main path the case stands in and enters that one, whatever the flows of the diagram say. */
    void goTo(String businessKey, String activity);

    /** Lets jobs that have used up all their attempts try again, after whatever stood in their way; some of them, and says how many. */
    int reviveDeadJobs(int atMost);

    /**
     * Raises an incident on an execution and gives its id.
     *
     * @param type for example {@code overdue}
     * @param subject what it is about, such as the clock of a case: the engine ends all incidents of one type and subject together
     * @param message one Chinese line for supervisors
     */
    String raiseIncident(String type, String executionId, String subject, String message);

    /** As above, many at once. @return their ids in the same order */
    List<String> raiseIncidents(String type, List<Incident> incidents);

    /** Ends an incident; nothing happens when it is gone already. */
    void resolveIncident(String incidentId);

    /** What is to be raised; as of {@link #raiseIncident}. */
    record Incident(String executionId, String subject, String message) {}

    /**
     * One open task.
     *
     * @param id for links into Tasklist
     * @param assignee null while nobody has taken it
     * @param owner whose it is while others may do it, because he is away; else null
     */
    record OpenTask(
            String id,
            String key,
            String executionId,
            @org.jspecify.annotations.Nullable PersonId assignee,
            @org.jspecify.annotations.Nullable PersonId owner) {

        /** Whose work it is; null while it is anybody's of a group. */
        public @org.jspecify.annotations.Nullable PersonId holder() {
            return owner == null ? assignee : owner;
        }
    }

    /** An open task and its case. */
    record TaskInCase(String businessKey, String key) {}
}
