package org.bihuan.engine;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The few questions about running cases that the engine's own queries answer with many statements or not at all. */
@Repository
class EngineRows {
    private final JdbcClient jdbc;

    EngineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task with what tells whether it belongs to the main path.
     *
     * @param definition id of its process definition
     */
    record TaskRow(
            String businessKey,
            String id,
            String key,
            String executionId,
            String definition,
            @Nullable String assignee,
            @Nullable String owner) {

        Cases.OpenTask asOpenTask() {
            return new Cases.OpenTask(id, key, executionId, person(assignee), person(owner));
        }
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : PersonId.of(id);
    }

    List<TaskRow> openTasks(Collection<String> businessKeys) {
        return jdbc.sql("""
                        select i.business_key_ as business_key, t.id_ as id, t.task_def_key_ as key,
                               t.execution_id_ as execution_id, t.proc_def_id_ as definition, t.assignee_ as assignee,
                               t.owner_ as owner
                        from act_ru_execution i
                        join act_ru_task t on t.proc_inst_id_ = i.id_
                        where i.business_key_ = any (:keys) and i.parent_id_ is null
                        order by t.create_time_, t.id_
                        """)
                .param("keys", businessKeys.toArray(String[]::new))
                .query(TaskRow.class)
                .list();
    }

    Optional<String> instance(String businessKey) {
        return jdbc.sql("""
                        select id_ from act_ru_execution
                        where business_key_ = :key and parent_id_ is null and super_exec_ is null
                        order by id_ limit 1
                        """).param("key", businessKey).query(String.class).optional();
    }

    /** Business keys by instance. */
    Map<String, String> businessKeys(Collection<String> instanceIds) {
        var keys = new HashMap<String, String>();
        if (!instanceIds.isEmpty()) {
            jdbc.sql(
                            "select id_, business_key_ from act_ru_execution where id_ in (:ids) and business_key_ is not null")
                    .param("ids", instanceIds)
                    .query(row -> {
                        keys.put(row.getString("id_"), row.getString("business_key_"));
                    });
        }
        return keys;
    }

    Optional<String> businessKey(String instanceId) {
        return jdbc.sql("select business_key_ from act_ru_execution where id_ = :id")
                .param("id", instanceId)
                .query(String.class)
                .optional();
    }

    /** Ids of the pending timers of a case. */
    List<String> timers(String businessKey) {
        return jdbc.sql("""
                        select j.id_ from act_ru_execution i
                        join act_ru_job j on j.process_instance_id_ = i.id_
                        where i.business_key_ = :key and i.parent_id_ is null and j.type_ = 'timer'
                        """).param("key", businessKey).query(String.class).list();
    }

    List<String> deadJobs(int atMost) {
        return jdbc.sql("select id_ from act_ru_job where retries_ = 0 order by id_ limit :atMost")
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    boolean hasIncident(String incidentId) {
        return jdbc.sql("select count(*) from act_ru_incident where id_ = :id")
                        .param("id", incidentId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** As many as there are in two statements; the engine would read and write them one by one. Its revision moves as it would. */
    void followUp(List<Cases.FollowUp> dates) {
        for (var table : List.of("act_ru_task", "act_hi_taskinst")) {
            jdbc.sql("""
                            update %s t set follow_up_date_ = n.at %s
                            from unnest(cast(:keys as text[]), cast(:tasks as text[]), cast(:ats as timestamp[])) as n (key, task, at)
                            join act_ru_execution i on i.business_key_ = n.key and i.parent_id_ is null
                            join act_ru_task open on open.proc_inst_id_ = i.id_ and open.task_def_key_ = n.task
                            where t.id_ = open.id_
                            """.formatted(table, table.equals("act_ru_task") ? ", rev_ = t.rev_ + 1" : ""))
                    .param(
                            "keys",
                            dates.stream().map(Cases.FollowUp::businessKey).toArray(String[]::new))
                    .param("tasks", dates.stream().map(Cases.FollowUp::task).toArray(String[]::new))
                    .param(
                            "ats",
                            dates.stream()
                                    .map(date -> date.at()
                                            .atOffset(ZoneOffset.UTC)
                                            .toLocalDateTime()
                                            .toString())
                                    .toArray(String[]::new))
                    .update();
        }
    }
}
