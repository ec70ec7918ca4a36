-- What one person proposes and another decides: to void a case, to reopen it, to hand it over to another unit (S7).
create table proposal (
    hazard      varchar(40)   not null constraint fk_proposal_hazard references hazard (number),
    seq         smallint      not null constraint ck_proposal_seq_from_one check (seq >= 1),
    kind        varchar(10)   not null constraint ck_proposal_kind check (kind in ('VOID', 'REOPEN', 'HAND_OVER')),
    proposed_on date          not null,
    proposed_by varchar(64)   not null constraint fk_proposal_proposed_by references person (id),
    what        varchar(40)   not null, -- the reason's code, or the unit that is to follow the case
    reason      varchar(1000) not null constraint ck_proposal_says_why check (reason <> ''),
    decider     varchar(60)   not null, -- group of the mirror
    decide_by   date,
    outcome     varchar(8)    constraint ck_proposal_outcome check (outcome in ('GRANTED', 'REFUSED', 'LAPSED')),
    opinion     varchar(2000),
    ended_on    date,
    ended_by    varchar(64)   constraint fk_proposal_ended_by references person (id),
    constraint pk_proposal primary key (hazard, seq),
    constraint ck_proposal_ends_by_an_outcome check ((outcome is null) = (ended_on is null)),
    constraint ck_proposal_decided_by_another check (ended_by is distinct from proposed_by or ended_by is null), -- S7
    constraint ck_proposal_refused_says_why check (outcome is distinct from 'REFUSED' or opinion is not null)
);
create unique index uq_proposal_one_pending_a_kind on proposal (hazard, kind) where outcome is null;

-- A case may go to another enterprise while it lies with one (T27).
alter table assignment drop constraint ck_assignment_outcome;
alter table assignment add constraint ck_assignment_outcome check (outcome in ('ACCEPTED', 'DECLINED', 'SERVED', 'MOVED'));
