package org.bihuan.rectification.adapter;

import java.util.List;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies with people, read from what ledger and engine publish. */
@Repository
public class HeldWork {
    private final JdbcClient jdbc;

    HeldWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param group to which the task is offered; null for one that was given to somebody alone */
    public record HeldTask(
            String id, String hazard, String key, @Nullable String group) {}

    /** Numbers of open cases that the person is to rectify. */
    public List<String> openCasesOf(PersonId person) {
        return jdbc.sql("select number from v_open_case where responsible_user = :person order by number")
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    /** Open tasks that he has taken or been given, those that others do for him while he is away among them. */
    public List<HeldTask> tasksOf(PersonId person) {
        return jdbc.sql("""
                        select task_id as id, hazard, task as key, candidate_group as "group" from v_open_task
                        where assignee = :person or owner = :person order by hazard, task_id
                        """)
                .param("person", person.value())
                .query(HeldTask.class)
                .list();
    }

    /** Whether the task is still open and his. */
    public boolean liesWith(String task, PersonId person) {
        return jdbc.sql("""
                        select exists (select from v_open_task where task_id = :task and (assignee = :person or owner = :person))
                        """)
                .param("task", task)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** How many open tasks are offered to a group. */
    public int offeredTo(String group) {
        return jdbc.sql("select count(*) from v_open_task where candidate_group = :group")
                .param("group", group)
                .query(Integer.class)
                .single();
    }
}
