-- What other rooms may read of the engine: the cases that stand in Cockpit because mail reaches no owner, and whether the incident
-- still hangs where the case waits.
create view v_unreachable_case as
    select e.business_key_ as hazard, i.id_ as incident, i.incident_msg_ as message,
           exists (select from act_ru_task t where t.execution_id_ = i.execution_id_ and t.task_def_key_ = i.activity_id_) as in_place
    from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
    where i.incident_type_ = 'unreachable';
