-- A task of somebody who is away keeps him as its owner while others may take it (N8).
create or replace view v_open_task as
    select e.business_key_ as hazard, t.task_def_key_ as task, t.assignee_ as assignee,
           (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate') as candidate_group,
           t.due_date_ at time zone 'UTC' as due_at, t.id_ as task_id, t.owner_ as owner
    from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
    where e.business_key_ is not null;
