-- The ledger (台账). The row is the record: whatever it can promise is a constraint. Nothing is ever deleted.
create table hazard (
    number            varchar(40)  not null constraint pk_hazard primary key
        constraint ck_hazard_number_shape check (number ~ '^\d{6}-\d{3}-\d{4}-[GZ]-\d{5,9}$'),
    version           integer      not null constraint ck_hazard_version_from_one check (version >= 1),
    status            varchar(16)  not null constraint ck_hazard_status
        check (status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'CLOSED', 'VOIDED', 'MERGED')),
    -- origin
    source            varchar(24)  not null,
    found_on          date         not null,
    registered_at     timestamptz  not null,
    registered_by     varchar(64)  not null constraint fk_hazard_registered_by references person (id),
    finding_unit      varchar(40)  constraint fk_hazard_finding_unit references unit (code),
    self_registered   boolean      not null,
    taken_over        boolean      not null,
    external_number   text,
    wished_due_on     date,
    -- finding
    grade             varchar(8)   not null constraint ck_hazard_grade check (grade in ('GENERAL', 'MAJOR')),
    category          varchar(12)  not null constraint ck_hazard_category
        check (category in ('PERSON', 'OBJECT', 'ENVIRONMENT', 'MANAGEMENT')),
    region            varchar(9)   not null constraint fk_hazard_region references region (code),
    industry          varchar(20)  constraint fk_hazard_industry references industry (code),
    location          text not null constraint ck_hazard_location_not_empty check (location <> ''),
    description       text not null constraint ck_hazard_description_not_empty check (description <> ''),
    criterion         text,
    -- responsibility
    enterprise        varchar(18)  constraint fk_hazard_enterprise references enterprise (credit_code),
    responsible_unit  varchar(40)  constraint fk_hazard_responsible_unit references unit (code),
    responsible_user  varchar(64)  constraint fk_hazard_responsible_user references person (id),
    supervising_unit  varchar(40)  constraint fk_hazard_supervising_unit references unit (code),
    requirement       text,
    -- due dates of rectification, written with the clock they come from
    due_on            date,
    original_due_on   date,
    approved_due_on   date,
    due_estimated     boolean      not null,
    runs_out_on       date,
    --
    round             smallint     not null constraint ck_hazard_round_from_one check (round >= 1),
    assigned          boolean      not null,
    extensions        smallint     not null constraint ck_hazard_extensions check (extensions >= 0),
    completed_on      date,
    closed_on         date,
    void_reason       varchar(20),
    survivor          varchar(40)  constraint fk_hazard_survivor references hazard (number),
    -- head of the case log: the chain grows with the row's version, never beside it
    log_seq           integer      not null,
    log_head          char(64)     not null,
    -- what a search looks at, folded; and its pairs of neighbouring characters: two Chinese characters find
    search_text       text         not null,
    bigrams           text[]       not null,
    constraint ck_hazard_one_responsible check (num_nonnulls(enterprise, responsible_unit) = 1),
    constraint ck_hazard_judged_by_another check (supervising_unit is distinct from responsible_unit or supervising_unit is null), -- S2
    constraint ck_hazard_closed_has_a_day check ((status = 'CLOSED') = (closed_on is not null)),
    constraint ck_hazard_void_has_a_reason check ((status = 'VOIDED') = (void_reason is not null)),
    constraint ck_hazard_merged_has_a_survivor check ((status = 'MERGED') = (survivor is not null) and survivor is distinct from number),
    constraint ck_hazard_closed_after_found check (closed_on >= found_on),
    constraint ck_hazard_three_due_dates check (num_nulls(due_on, original_due_on, approved_due_on) in (0, 3)),
    constraint ck_hazard_ended_runs_no_clock check (runs_out_on is null or status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED'))
);
create index ix_hazard_by_registration on hazard (registered_at, number);
create index ix_hazard_by_due on hazard (coalesce(due_on, date '9999-12-31'), number);
create index ix_hazard_by_found on hazard (found_on, number);
create index ix_hazard_by_party_and_day on hazard (coalesce(enterprise, responsible_unit), found_on);
create index ix_hazard_by_enterprise on hazard (enterprise, number) where enterprise is not null;
create index ix_hazard_by_supervising_unit on hazard (supervising_unit, number);
create index ix_hazard_by_region on hazard (region, number);
create index ix_hazard_by_industry on hazard (industry, number);
create index ix_hazard_by_finding_unit on hazard (finding_unit, number);
create index ix_hazard_by_responsible_unit on hazard (responsible_unit, number) where responsible_unit is not null;
create index ix_hazard_open on hazard (status, number) where status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED');
create index ix_hazard_running on hazard (runs_out_on, number) where runs_out_on is not null;
create index ix_hazard_text on hazard using gin (bigrams) with (fastupdate = off);

-- One serial per year and grade over the whole county; the row is locked in the registering transaction, so there is no gap.
create table hazard_serial (
    year  smallint   not null,
    grade varchar(8) not null,
    last  integer    not null constraint ck_hazard_serial_from_one check (last >= 1),
    constraint pk_hazard_serial primary key (year, grade)
);

-- The case log: append-only, each entry chained to the one before (L26, P7, S12). The data is text, because its bytes are hashed.
create table case_log (
    hazard        varchar(40) not null constraint fk_case_log_hazard references hazard (number),
    seq           integer     not null constraint ck_case_log_seq_from_one check (seq >= 1),
    at            timestamptz not null,
    by_person     varchar(64) constraint fk_case_log_by_person references person (id),
    kind          varchar(24) not null,
    data          text        not null constraint ck_case_log_data_is_an_object check (jsonb_typeof(data::jsonb) = 'object'),
    previous_hash char(64)    not null,
    hash          char(64)    not null,
    constraint pk_case_log primary key (hazard, seq)
);
create index ix_case_log_by_person on case_log (by_person, hazard) where by_person is not null;

-- People whom a rung has told about a case: they may read it from then on.
create table case_reader (
    hazard varchar(40) not null constraint fk_case_reader_hazard references hazard (number),
    person varchar(64) not null constraint fk_case_reader_person references person (id),
    constraint pk_case_reader primary key (person, hazard)
);

-- The ledger file's own columns (domain 9.1), as written.
create table hazard_particulars (
    hazard              varchar(40) not null constraint pk_hazard_particulars primary key
        constraint fk_hazard_particulars_hazard references hazard (number),
    inspectors          text,
    responsible_person  text,
    responsible_phone   text,
    industry_department text,
    region_person       text,
    planned_yuan        bigint constraint ck_hazard_particulars_planned check (planned_yuan >= 0),
    spent_yuan          bigint constraint ck_hazard_particulars_spent check (spent_yuan >= 0),
    goal                text,
    contingency         text,
    suspension          text,
    listing_level       text,
    listing_body        text,
    progress_percent    smallint constraint ck_hazard_particulars_progress check (progress_percent between 0 and 100),
    self_acceptance     text,
    expert_evaluation   text,
    verification        text,
    countersign         text,
    papers              text,
    recurrence          text,
    remark              text
);

-- The application's own account may add to the log, never change it. Where one account does everything there is no such role.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke update, delete, truncate on case_log from bihuan_app;
    end if;
end $$;

-- What other rooms may read of a case: one line as mails and lists show it.
create view v_case as
    select h.number, h.status, h.grade, h.region, h.industry, h.enterprise, e.name as enterprise_name, h.responsible_unit,
           u.name as responsible_unit_name, h.responsible_user, h.supervising_unit, s.name as supervising_unit_name,
           h.location, left(h.description, 60) as short_text, h.found_on, h.registered_by, h.round, h.due_on,
           h.original_due_on, h.approved_due_on, h.due_estimated, h.runs_out_on, h.closed_on, h.registered_at, h.assigned,
           h.requirement
    from hazard h
    left join enterprise e on e.credit_code = h.enterprise
    left join unit u on u.code = h.responsible_unit
    left join unit s on s.code = h.supervising_unit;
