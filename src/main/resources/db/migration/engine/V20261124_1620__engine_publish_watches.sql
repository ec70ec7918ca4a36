-- What other rooms may read of the engine, so that they notice where it disagrees with them. The engine's columns are UTC.
create or replace view v_open_task as
    select e.business_key_ as hazard, t.task_def_key_ as task, t.assignee_ as assignee,
           (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate') as candidate_group,
           t.due_date_ at time zone 'UTC' as due_at
    from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
    where e.business_key_ is not null;

-- A line each running case: when its timer fires; absent where it has lost it.
create view v_case_timer as
    select e.business_key_ as hazard, j.duedate_ at time zone 'UTC' as fires_at
    from act_ru_execution e
    left join act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'timer'
    where e.business_key_ is not null and e.parent_id_ is null and e.super_exec_ is null;

create view v_incident as
    select i.id_ as id, i.incident_type_ as type, e.business_key_ as hazard
    from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_;
