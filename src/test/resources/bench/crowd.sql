-- As many cases in rectification as bihuan.cases says, all of the same due day (bihuan.due_on), each with its process, task and
-- timer; made by rows, because making them one by one would take longer than what is to be measured.
insert into person (id, name, email, unit, enterprise, active)
select 'officer-' || lpad(cast(i as text), 5, '0'), '安全员' || i, 'officer-' || i || '@bihuan.example', null, e.credit_code, true
from generate_series(0, cast(current_setting('bihuan.officers') as int) - 1) i
join (select credit_code, row_number() over (order by credit_code) - 1 as n, count(*) over () as of from enterprise) e on e.n = i % e.of;
insert into person_role (person, role) select id, 'ENTERPRISE_SAFETY' from person where id like 'officer-%';
create temporary table stormy on commit drop as
select '341721-100-2026-G-' || lpad(cast(50000 + i as text), 6, '0') as number, e.credit_code as enterprise, p.id as officer,
       e.region, e.industry, cast(current_setting('bihuan.due_on') as date) as due_on
from generate_series(1, cast(current_setting('bihuan.cases') as int)) i
join person p on p.id = 'officer-' || lpad(cast(i % cast(current_setting('bihuan.officers') as int) as text), 5, '0')
join enterprise e on e.credit_code = p.enterprise;

insert into hazard (number, version, status, source, found_on, registered_at, registered_by, finding_unit, self_registered,
                    taken_over, grade, category, region, industry, location, description, enterprise, responsible_user,
                    supervising_unit, due_on, original_due_on, approved_due_on, due_estimated, runs_out_on, round, assigned,
                    extensions, log_seq, log_head, search_text, bigrams)
select number, 1, 'RECTIFYING', 'ROUTINE_INSPECTION', due_on - 15, cast(due_on - 15 as timestamptz), 'inspector-yaodu', 'yaodu', false,
       false, 'GENERAL', 'OBJECT', region, industry, '一号车间', '配电箱门缺失', enterprise, officer, 'yaodu', due_on, due_on, due_on,
       false, due_on, 1, true, 0, 1, repeat('0', 64), number, array['配电', '电箱']
from stormy;
insert into case_log (hazard, seq, at, by_person, kind, data, previous_hash, hash)
select number, 1, cast(due_on - 15 as timestamptz), 'inspector-yaodu', 'REGISTERED', '{}', repeat('0', 64), repeat('0', 64) from stormy;
insert into clock (hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on, estimated, explanation, soon_days)
select number, 'RECTIFY', 1, 1, 'ENTERPRISE', enterprise, due_on - 15, due_on, due_on, false, '', 3 from stormy;
insert into rung (hazard, kind, term, step, fire_at, audience, action)
select number, 'RECTIFY', 1, step, at, audience, action
from stormy, lateral (values
    ('0', cast(due_on as timestamp) at time zone 'Asia/Shanghai', 'enterprise-safety, enterprise-principal, inspector', 'DUE_TODAY'),
    ('+1', cast(due_on + 1 as timestamp) at time zone 'Asia/Shanghai', 'enterprise-safety, enterprise-principal, inspector', 'OVERDUE'),
    ('+3', cast(due_on + 3 as timestamp) at time zone 'Asia/Shanghai', 'unit-leader, region-leader', 'ESCALATION')) steps (step, at, audience, action);

insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, is_active_, is_concurrent_,
                              is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, act_id_)
select 'x-' || number, 1, 'x-' || number, 'x-' || number, number,
       (select id_ from act_re_procdef where key_ = 'hazard-rectification' order by version_ desc limit 1), true, false, true, false, 1, 2, 1, 'rectify'
from stormy;
insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_, create_time_,
                         due_date_, follow_up_date_, suspension_state_)
select 't-' || number, 1, 'x-' || number, 'x-' || number,
       (select id_ from act_re_procdef where key_ = 'hazard-rectification' order by version_ desc limit 1), '整改', 'rectify', officer,
       50, due_on - 15, (due_on + time '23:59:59') at time zone 'Asia/Shanghai' at time zone 'UTC', due_on - 5, 1
from stormy;
insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_, duedate_, suspension_state_, priority_)
select 'j-' || number, 1, 'timer', true, 'x-' || number, 'x-' || number, 3, cast(due_on + 1 as timestamp), 1, 0 from stormy;
