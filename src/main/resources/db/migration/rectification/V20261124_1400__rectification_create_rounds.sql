-- Each handing-over of a case to the responsible side, and what became of it (T2, T3, T6-T8).
create table assignment (
    hazard           varchar(40)   not null constraint fk_assignment_hazard references hazard (number),
    seq              smallint      not null constraint ck_assignment_seq_from_one check (seq >= 1),
    assigned_on      date          not null,
    assigned_by      varchar(64)   not null constraint fk_assignment_assigned_by references person (id),
    ended_on         date          constraint ck_assignment_ends_after_it_began check (ended_on >= assigned_on),
    outcome          varchar(10)   constraint ck_assignment_outcome check (outcome in ('ACCEPTED', 'DECLINED', 'SERVED')),
    reason           varchar(1000),
    ended_by         varchar(64)   constraint fk_assignment_ended_by references person (id),
    -- paper service (T8)
    served_on        date,
    served_recipient varchar(100),
    served_document  uuid,
    constraint pk_assignment primary key (hazard, seq),
    constraint ck_assignment_declined_says_why check (outcome is distinct from 'DECLINED' or reason is not null),
    constraint ck_assignment_served_has_proof check ((outcome = 'SERVED') = (served_on is not null and served_recipient is not null and served_document is not null) or outcome is null)
);
create unique index uq_assignment_one_open on assignment (hazard) where outcome is null;

-- What the responsible side reports as done; several in a round only when one is withdrawn (T15, T16).
create table completion_report (
    hazard       varchar(40)   not null constraint fk_completion_report_hazard references hazard (number),
    seq          smallint      not null constraint ck_completion_report_seq_from_one check (seq >= 1),
    round        smallint      not null constraint ck_completion_report_round_from_one check (round >= 1),
    measures     varchar(4000) not null constraint ck_completion_report_says_something check (measures <> ''),
    funds_yuan   bigint        constraint ck_completion_report_funds check (funds_yuan >= 0),
    completed_on date          not null,
    reported_on  date          not null,
    reported_at  timestamptz   not null,
    reported_by  varchar(64)   not null constraint fk_completion_report_reported_by references person (id),
    on_behalf    boolean       not null, -- made by an inspector for an enterprise without a computer (T8)
    rectifier    varchar(100), -- named by the inspector when fixed on the spot (4.2)
    withdrawn_at timestamptz,
    constraint pk_completion_report primary key (hazard, seq),
    constraint ck_completion_report_not_done_in_future check (completed_on <= reported_on)
);
create unique index uq_completion_report_one_standing on completion_report (hazard, round) where withdrawn_at is null;

-- The authority's independent verdict: one a round, never changed (S12).
create table verdict (
    hazard   varchar(40)   not null constraint fk_verdict_hazard references hazard (number),
    round    smallint      not null constraint ck_verdict_round_from_one check (round >= 1),
    verdict  varchar(12)   not null constraint ck_verdict_verdict check (verdict in ('QUALIFIED', 'UNQUALIFIED')),
    opinion  varchar(2000),
    given_by varchar(64)   not null constraint fk_verdict_given_by references person (id),
    given_at timestamptz   not null,
    constraint pk_verdict primary key (hazard, round),
    constraint ck_verdict_unqualified_says_why check (verdict <> 'UNQUALIFIED' or opinion is not null)
);

-- Same key and body give the same hazard, whatever happens to the answer on its way.
create table registration_key (
    person     varchar(64)  not null constraint fk_registration_key_person references person (id),
    key        varchar(200) not null,
    body_hash  char(64)     not null,
    hazard     varchar(40)  constraint fk_registration_key_hazard references hazard (number),
    created_at timestamptz  not null,
    constraint pk_registration_key primary key (person, key)
);
