-- Delays that climb open 督办 of a superior, one an audience, each with a term of its own (N11).
alter table clock
    drop constraint ck_clock_kind,
    add constraint ck_clock_kind check (kind in ('ACCEPT', 'RECTIFY', 'VERIFY', 'REVIEW', 'EXTENSION', 'VOIDING', 'REOPENING',
                                                 'SUPERVISE_UNIT', 'SUPERVISE_OFFICE', 'SUPERVISE_COUNTY'));

-- What a rung asks for beside telling its audience, as the table said when its term began.
alter table rung
    add column supervision varchar(20), -- the audience whose 督办 it opens
    add column letter      varchar(80), -- the letters it drafts
    add column enacted_at  timestamptz constraint ck_rung_is_enacted_after_firing check (enacted_at >= fired_at);
create index ix_rung_to_enact on rung (hazard) where fired_at is not null and enacted_at is null and supervision is not null;

create table supervision (
    hazard      varchar(40) not null,
    kind        varchar(16) not null,
    term        smallint    not null,
    step        varchar(8)  not null, -- the rung of RECTIFY that asked for it
    supervisor  varchar(80) not null, -- a group of the mirror
    opened_on   date        not null,
    task        varchar(64) constraint uq_supervision_task unique, -- the engine's
    outcome     varchar(12) constraint ck_supervision_outcome
                check (outcome in ('ANSWERED', 'SUBMITTED', 'EXTENDED', 'DECLINED', 'MOVED', 'CLOSED', 'VOIDED', 'MERGED')),
    ended_on    date,
    action      varchar(12) constraint ck_supervision_action check (action in ('INSTRUCTION', 'INTERVIEW', 'TRANSFER')),
    opinion     varchar(2000),
    quiet_until date,
    answered_by varchar(64),
    constraint pk_supervision primary key (hazard, kind, term),
    constraint fk_supervision_clock foreign key (hazard, kind, term) references clock (hazard, kind, term),
    constraint ck_supervision_ends_by_an_outcome check ((outcome is null) = (ended_on is null)),
    constraint ck_supervision_answer_is_whole
        check ((outcome is not distinct from 'ANSWERED') = (action is not null and opinion is not null and answered_by is not null))
);

-- Until that day a superior who has answered is not told again of this delay (N11).
create table quiet (
    hazard    varchar(40) not null constraint fk_quiet_hazard references hazard (number),
    recipient varchar(80) not null,
    until     date        not null,
    constraint pk_quiet primary key (hazard, recipient)
);
create view v_quiet as select hazard, recipient, until from quiet;

-- Each running clock with the open task that stands for it; 督办 has one of its own an audience.
drop view v_clock;
create view v_clock as
    select c.hazard, c.kind, c.term, c.owner_kind, c.owner, c.due_on, c.estimated, c.soon_days, c.started_on,
           case when s.task is not null then 'supervise'
                when c.kind = 'EXTENSION' then 'decide-extension' when c.kind = 'VOIDING' then 'decide-void'
                else lower(c.kind) end as task,
           s.task as task_id
    from clock c left join supervision s on s.hazard = c.hazard and s.kind = c.kind and s.outcome is null
    where c.stopped_on is null;

-- When the engine's timer of a case has something to do: at the next rung behind the due day, and where a fired one asks for more.
create view v_case_wake as
    select hazard, fire_at from v_waiting_rung where step like '+%'
    union all
    select r.hazard, r.fire_at from rung r join clock c using (hazard, kind, term)
    where r.fired_at is not null and r.enacted_at is null and r.supervision is not null and c.stopped_on is null;

create or replace view v_waiting_rung as
    select r.hazard, r.kind, r.term, r.step,
           case when r.step like '+%' then greatest(r.fire_at, c.held_until) else r.fire_at end as fire_at, r.audience, r.action,
           r.supervision, r.letter
    from rung r join clock c using (hazard, kind, term)
    where r.fired_at is null;
