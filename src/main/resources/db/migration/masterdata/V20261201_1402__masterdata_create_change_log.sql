-- Who changed which master data when, from what to what (P6, P8). Rows are only added; both states as JSON, column by column.
create table master_data_change (
    id         bigint       generated always as identity constraint pk_master_data_change primary key,
    changed_at timestamptz  not null,
    changed_by varchar(64)  not null constraint fk_master_data_change_changed_by references person (id),
    subject    varchar(16)  not null, -- the table: regions, units, enterprises ...
    key        varchar(80)  not null, -- the code in it
    about      varchar(300) not null,
    before     text         not null, -- {} for something new
    after      text         not null
);
comment on table master_data_change is 'append-only';
create index ix_master_data_change_thing on master_data_change (subject, key, id);

-- What master data name before it is there: a unit the trades that come in after it, an enterprise its people.
create table awaited_reference (
    subject varchar(16) not null constraint ck_awaited_reference_subject check (subject in ('units', 'enterprises')),
    whole   varchar(40) not null,
    field   varchar(20) not null
        constraint ck_awaited_reference_field check (field in ('industries', 'principal_user', 'safety_user')),
    part    varchar(64) not null,
    constraint pk_awaited_reference primary key (subject, whole, field, part)
);
