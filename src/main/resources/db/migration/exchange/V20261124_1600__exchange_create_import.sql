-- A ledger file as it was handed in; the same bytes once.
create table import_file (
    sha256 char(64) not null constraint pk_import_file primary key,
    bytes  bytea    not null constraint ck_import_file_size check (octet_length(bytes) between 1 and 20971520)
);

-- One reading of one file: who, when, mapping, result. Its rows are taken in once, whatever node dies on the way.
create table import_batch (
    id          uuid          not null constraint pk_import_batch primary key,
    file        char(64)      not null constraint fk_import_batch_file references import_file (sha256),
    file_name   varchar(255)  not null,
    dry_run     boolean       not null,
    as_of       date          not null,
    mapping     text          not null,
    brought_by  varchar(64)   not null constraint fk_import_batch_brought_by references person (id),
    brought_at  timestamptz   not null,
    state       varchar(8)    not null constraint ck_import_batch_state check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    is_judged   boolean       not null default false,
    rows_total  integer       not null default 0,
    rows_done   integer       not null default 0,
    notes       text          not null default '[]',
    failure     text, -- refusal as a problem for people, with FAILED
    lease_until timestamptz,
    constraint ck_import_batch_done_within_total check (rows_done <= rows_total),
    constraint ck_import_batch_failed_says_why check ((state = 'FAILED') = (failure is not null))
);
create index ix_import_batch_waiting on import_batch (brought_at) where state in ('QUEUED', 'RUNNING');
create index ix_import_batch_latest on import_batch (brought_at desc);

create table import_row (
    batch    uuid        not null constraint fk_import_row_batch references import_batch (id),
    ordinal  integer     not null,
    sheet    text        not null, -- empty in a CSV file
    row_no   integer     not null,
    outcome  varchar(9)  not null constraint ck_import_row_outcome check (outcome in ('ACCEPTED', 'REJECTED', 'DUPLICATE', 'SKIPPED')),
    code     varchar(40),
    result   text        not null,
    number   varchar(40) constraint fk_import_row_number references hazard (number),
    decision varchar(4)  constraint ck_import_row_decision check (decision in ('TAKE', 'DROP')),
    constraint pk_import_row primary key (batch, ordinal),
    constraint uq_import_row_place unique (batch, sheet, row_no),
    constraint uq_import_row_number unique (number)
);

-- Each export with its filter and size (P4).
create table ledger_export (
    id       bigint generated always as identity constraint pk_ledger_export primary key,
    person   varchar(64) not null constraint fk_ledger_export_person references person (id),
    at       timestamptz not null,
    filter   text        not null,
    row_count bigint     not null
);
