package org.bihuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose tasks are whose, read at once instead of task by task. */
@Repository
class LentRows {
    private static final String HELD = """
            select e.business_key_ as business_key, t.id_ as id, t.assignee_ as assignee, t.owner_ as owner,
                   array(select l.user_id_ from act_ru_identitylink l
                         where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.user_id_ is not null) as hands
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ is not null and
            """;

    private final JdbcClient jdbc;

    LentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task.
     *
     * @param owner whose work it is while it is lent
     * @param hands people it is offered to by name
     */
    record Held(
            String businessKey,
            String id,
            @Nullable PersonId assignee,
            @Nullable PersonId owner,
            Set<String> hands) {}

    /** What these people have taken or been given, and all that is lent. */
    List<Held> heldBy(Collection<PersonId> people) {
        return jdbc.sql(HELD + "(t.owner_ is not null or t.assignee_ = any (:people))")
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .query(LentRows::read)
                .list();
    }

    List<Held> of(String businessKey) {
        return jdbc.sql(HELD + "e.business_key_ = :key")
                .param("key", businessKey)
                .query(LentRows::read)
                .list();
    }

    Optional<Held> task(String id) {
        return jdbc.sql(HELD + "t.id_ = :id")
                .param("id", id)
                .query(LentRows::read)
                .optional();
    }

    /** The engine itself never takes away what a candidate might do. */
    void withdrawRights(String taskId, String person) {
        jdbc.sql("""
                        delete from act_ru_authorization
                        where resource_type_ = 7 and resource_id_ = :task and user_id_ = :person
                        """).param("task", taskId).param("person", person).update();
    }

    private static Held read(ResultSet row, int index) throws SQLException {
        return new Held(
                row.getString("business_key"),
                row.getString("id"),
                person(row.getString("assignee")),
                person(row.getString("owner")),
                Set.copyOf(List.of((String[]) row.getArray("hands").getArray())));
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : PersonId.of(id);
    }
}
