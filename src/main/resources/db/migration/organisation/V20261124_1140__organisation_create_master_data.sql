-- Who is who in the county. Codes are identities and never change; names do, so nothing else refers to a name.

create table region (
    code varchar(9)  not null,
    name varchar(60) not null,
    kind varchar(8)  not null constraint ck_region_kind check (kind in ('COUNTY', 'TOWN', 'TOWNSHIP', 'ZONE')),
    constraint pk_region primary key (code),
    constraint uq_region_name unique (name),
    constraint ck_region_code_has_six_digits_for_the_county_else_nine
        check (code ~ case kind when 'COUNTY' then '^[0-9]{6}$' else '^[0-9]{9}$' end)
);
create unique index uq_region_only_one_county on region (kind) where kind = 'COUNTY';

-- Names found in ledgers. The key lets an alias belong to one region only.
create table region_alias (
    alias  varchar(60) not null,
    region varchar(9)  not null constraint fk_region_alias_region references region (code),
    constraint pk_region_alias primary key (alias)
);
create index ix_region_alias_region on region_alias (region);

create table unit (
    code    varchar(40)  not null constraint ck_unit_code_is_a_group_id check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name    varchar(80)  not null,
    kind    varchar(16)  not null
        constraint ck_unit_kind check (kind in ('COMMITTEE_OFFICE', 'BUREAU', 'DEPARTMENT', 'TOWN', 'ZONE')),
    region  varchar(9)   not null constraint fk_unit_region references region (code),
    mailbox varchar(254) constraint ck_unit_mailbox_is_an_address check (mailbox ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    constraint pk_unit primary key (code),
    constraint uq_unit_name unique (name)
);
create unique index uq_unit_one_office_a_region on unit (region) where kind in ('TOWN', 'ZONE');

create table unit_alias (
    alias varchar(80) not null,
    unit  varchar(40) not null constraint fk_unit_alias_unit references unit (code),
    constraint pk_unit_alias primary key (alias)
);
create index ix_unit_alias_unit on unit_alias (unit);

create table industry (
    code             varchar(20) not null constraint ck_industry_code check (code ~ '^[A-Z][A-Z_]*$'),
    name             varchar(60) not null,
    supervising_unit varchar(40) not null constraint fk_industry_supervising_unit references unit (code),
    high_risk        boolean     not null,
    constraint pk_industry primary key (code),
    constraint uq_industry_name unique (name)
);

-- The trades a department or section is competent for; a town or zone has none here and answers for all of its region.
create table unit_industry (
    unit     varchar(40) not null constraint fk_unit_industry_unit references unit (code),
    industry varchar(20) not null constraint fk_unit_industry_industry references industry (code),
    constraint pk_unit_industry primary key (unit, industry)
);

create table enterprise (
    credit_code    varchar(18)  not null
        constraint ck_enterprise_credit_code check (credit_code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
    name           varchar(120) not null,
    region         varchar(9)   not null constraint fk_enterprise_region references region (code),
    industry       varchar(20)  not null constraint fk_enterprise_industry references industry (code),
    risk_grade     varchar(8)   not null
        constraint ck_enterprise_risk_grade check (risk_grade in ('red', 'orange', 'yellow', 'blue')),
    address        varchar(200) not null,
    employees      integer      not null constraint ck_enterprise_employees_not_negative check (employees >= 0),
    principal      varchar(64),
    safety_officer varchar(64),
    mailbox        varchar(254)
        constraint ck_enterprise_mailbox_is_an_address check (mailbox ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    constraint pk_enterprise primary key (credit_code)
);
create index ix_enterprise_region on enterprise (region);
create index ix_enterprise_industry on enterprise (industry);

-- A former name still finds the enterprise; two enterprises may have had the same name one after the other.
create table enterprise_former_name (
    enterprise varchar(18)  not null constraint fk_enterprise_former_name_enterprise references enterprise (credit_code),
    name       varchar(120) not null,
    constraint pk_enterprise_former_name primary key (enterprise, name)
);

create table person (
    id         varchar(64)  not null constraint ck_person_id check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    name       varchar(80)  not null,
    email      varchar(254) constraint ck_person_email_is_an_address check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    unit       varchar(40)  constraint fk_person_unit references unit (code),
    enterprise varchar(18)  constraint fk_person_enterprise references enterprise (credit_code),
    active     boolean      not null,
    constraint pk_person primary key (id),
    constraint uq_person_in_enterprise unique (id, enterprise),
    constraint ck_person_is_of_a_unit_or_of_an_enterprise check (num_nonnulls(unit, enterprise) = 1)
);
create index ix_person_unit on person (unit);
create index ix_person_enterprise on person (enterprise);

create table person_role (
    person varchar(64) not null constraint fk_person_role_person references person (id),
    role   varchar(24) not null
        constraint ck_person_role check (role in ('ENTERPRISE_SAFETY', 'ENTERPRISE_PRINCIPAL', 'INSPECTOR', 'UNIT_LEADER',
            'COMMITTEE_OFFICE', 'COUNTY_LEADER', 'EXPERT', 'COMPLAINT_CLERK', 'AUDITOR', 'ADMIN')),
    constraint pk_person_role primary key (person, role)
);

-- Enterprises and their people name each other, so this is judged at commit. Both must be people of the enterprise itself.
alter table enterprise
    add constraint fk_enterprise_principal foreign key (principal, credit_code)
        references person (id, enterprise) deferrable initially deferred,
    add constraint fk_enterprise_safety_officer foreign key (safety_officer, credit_code)
        references person (id, enterprise) deferrable initially deferred;

-- One row. Who changes master data locks it first and raises it; the other nodes see by it that they must read again.
create table organisation_version (
    only_row boolean not null default true constraint ck_organisation_version_only_row check (only_row),
    version  bigint  not null,
    constraint pk_organisation_version primary key (only_row)
);
insert into organisation_version (version) values (0);
