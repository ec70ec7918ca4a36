-- Each request to move the due day and what was decided; the original day is never overwritten (4.4).
create table extension (
    hazard           varchar(40)   not null constraint fk_extension_hazard references hazard (number),
    seq              smallint      not null constraint ck_extension_seq_from_one check (seq >= 1),
    round            smallint      not null constraint ck_extension_round_from_one check (round >= 1),
    asked_on         date          not null,
    asked_by         varchar(64)   not null constraint fk_extension_asked_by references person (id),
    due_on           date          not null, -- the day it would move
    wished_on        date          not null constraint ck_extension_wishes_a_later_day check (wished_on > due_on),
    reason           varchar(2000) not null constraint ck_extension_says_why check (reason <> ''),
    interim_controls varchar(2000),
    late             boolean       not null, -- asked within the lead: decided one level higher
    rework           boolean       not null, -- moves a day of rework; the approved day stays
    decider          varchar(60)   not null, -- group of the mirror
    decide_by        date          not null,
    outcome          varchar(10)   constraint ck_extension_outcome check (outcome in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
    granted_on       date,
    opinion          varchar(2000),
    ended_on         date,
    ended_by         varchar(64)   constraint fk_extension_ended_by references person (id),
    constraint pk_extension primary key (hazard, seq),
    constraint ck_extension_granted_names_the_day check ((outcome = 'GRANTED') = (granted_on is not null) or outcome is null),
    constraint ck_extension_refused_says_why check (outcome is distinct from 'REFUSED' or opinion is not null)
);
create unique index uq_extension_one_pending on extension (hazard) where outcome is null;
