-- 12,000 cases with everything that hangs on them, one in twenty open; for the planner only, rolled back at the end.
insert into hazard (number, version, status, source, found_on, registered_at, registered_by, finding_unit, self_registered,
                    taken_over, grade, category, region, industry, location, description, enterprise, supervising_unit, due_on,
                    original_due_on, approved_due_on, due_estimated, runs_out_on, round, assigned, extensions, completed_on,
                    closed_on, log_seq, log_head, search_text, bigrams)
select '341721-107-2019-G-' || lpad(cast(i as text), 5, '0'), 1, case when i % 20 = 0 then 'RECTIFYING' else 'CLOSED' end,
       'ROUTINE_INSPECTION', date '2019-01-01' + i % 2500, timestamptz '2019-01-01' + make_interval(mins => i), 'inspector-yaodu',
       case when i % 50 = 0 then 'yaodu' else 'emb' end, false, false, case when i % 40 = 0 then 'MAJOR' else 'GENERAL' end, 'OBJECT',
       regions.codes[1 + i % regions.n], industries.codes[1 + i % industries.n], 'x', 'x',
       enterprises.codes[1 + i % enterprises.n], units.codes[1 + i % units.n], date '2019-02-01' + i % 2500,
       date '2019-02-01' + i % 2500, date '2019-02-01' + i % 2500, false,
       case when i % 20 = 0 then date '2019-02-01' + i % 2800 end, 1, true, 0, null,
       case when i % 20 = 0 then null else date '2026-09-01' end, 1, repeat('0', 64), md5(cast(i as text)),
       array[substr(md5(cast(i as text)), 1, 2), substr(md5(cast(i as text)), 3, 2), case when i % 1000 = 0 then '阀门' else '电箱' end]
from generate_series(1, 12000) i,
     (select array_agg(code order by code) as codes, cast(count(*) as int) as n from region) regions,
     (select array_agg(code order by code) as codes, cast(count(*) as int) as n from industry) industries,
     (select array_agg(credit_code order by credit_code) as codes, cast(count(*) as int) as n from enterprise) enterprises,
     (select array_agg(code order by code) as codes, cast(count(*) as int) as n from unit) units;

insert into case_log (hazard, seq, at, by_person, kind, data, previous_hash, hash)
select number, seq, registered_at, case when seq = 1 then case when number like '%00' then 'inspector-yaodu' else 'inspector-emb' end end, 'REGISTERED', '{}', repeat('0', 64), repeat('0', 64)
from hazard, generate_series(1, 2) seq where number like '341721-107-2019-%';

insert into clock (hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on, estimated, explanation,
                   soon_days, stopped_on, incident)
select number, 'RECTIFY', 1, 1, 'ENTERPRISE', enterprise, found_on, due_on, due_on, false, '', 3, closed_on,
       case when closed_on is null and due_on < date '2026-06-01' then 'stands' end
from hazard where number like '341721-107-2019-%';

insert into rung (hazard, kind, term, step, fire_at, audience, action, fired_at)
select hazard, kind, term, step, at, 'inspector', 'REMINDER', case when stopped_on is null and step = '+30' then null else at end
from clock, (values ('-3'), ('0'), ('+1'), ('+30')) steps (step), lateral (select cast(due_on as timestamptz) as at) day
where hazard like '341721-107-2019-%';

insert into rung_recipient (hazard, kind, term, step, recipient, fired_at)
select hazard, kind, term, step, 'inspector-yaodu', fired_at from rung where hazard like '341721-107-2019-%' and step = '+1';

insert into evidence_file (sha256, bytes, media_type, width, height, stored_at)
select md5(number) || md5(number), 1000, 'image/png', 10, 10, now() from hazard where number like '341721-107-2019-%';
insert into evidence (id, subject, ordinal, stage, sha256, name, uploaded_by, uploaded_at)
select gen_random_uuid(), number, 1, 'AFTER', md5(number) || md5(number), 'x.png', 'inspector-yaodu', now()
from hazard where number like '341721-107-2019-%';

insert into letter (kind, party, hazard, drafted_on, drafted_at, state, ended_on)
select 'SUPERVISION', 'unit:yaodu', number, due_on, registered_at, case when number like '%00' then 'DRAFT' else 'SUPERSEDED' end,
       case when number not like '%00' then due_on end
from hazard where number like '341721-107-2019-%';
insert into letter_line (letter, hazard, term, step, kind)
select id, hazard, 1, '+15', kind from letter where hazard like '341721-107-2019-%';

insert into mail_outbox (dedup_key, kind, recipient, hazard, immediate, created_at, status, next_at, sent_at)
select number || '/plan', 'CLOSED', 'inspector-yaodu', number, false, registered_at,
       case when number like '%00' then 'NEW' else 'SENT' end, registered_at,
       case when number not like '%00' then registered_at end
from hazard where number like '341721-107-2019-%';

insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, is_active_, is_concurrent_,
                              is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
select 'x-' || number, 1, 'x-' || number, 'x-' || number, number, (select min(id_) from act_re_procdef where key_ = 'hazard-rectification'),
       true, false, true, false, 1, 2, 1
from hazard where number like '341721-107-2019-%';
insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_, create_time_,
                         due_date_, follow_up_date_, suspension_state_)
select 't-' || number, 1, 'x-' || number, 'x-' || number, (select min(id_) from act_re_procdef where key_ = 'hazard-rectification'), 'x',
       case when number like '%5' then 'verify' else 'rectify' end, case when number like '%7' then 'safety-' || substr(number, 20, 3) end,
       50, now(), due_on, due_on - 5, 1
from hazard where number like '341721-107-2019-%';
insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
select 'l-' || number, 1, supervising_unit, 'candidate', 't-' || number
from hazard where number like '341721-107-2019-%' and number not like '%7';
insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
select 'a-' || number, 1, 1, supervising_unit, 7, 't-' || number, 16386
from hazard where number like '341721-107-2019-%' and number not like '%7';
insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_, duedate_, suspension_state_, priority_)
select 'j-' || number, 1, 'timer', true, 'x-' || number, 'x-' || number, 3, date '2027-01-01' + cast(random() * 1000 as int), 1, 0
from hazard where number like '341721-107-2019-%';
