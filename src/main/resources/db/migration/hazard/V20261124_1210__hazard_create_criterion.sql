-- Catalogue of the clauses that make a hazard major (domain 11). An entry is never deleted, it ends; a case keeps a copy of
-- its text, so the catalogue may go on. The trade is no foreign key: the catalogue is the same in every county and is there
-- before the county's own master data.
create table criterion (
    code           varchar(20)  not null,
    industry       varchar(20)  not null,
    standard       varchar(100) not null,
    document_no    varchar(60)  not null,
    article        varchar(40)  not null,
    text           varchar(300) not null, -- a summary in own words, never to be cited as the law's wording
    gloss_en       varchar(300) not null,
    grade          varchar(8)   not null constraint ck_criterion_grade check (grade in ('GENERAL', 'MAJOR')),
    effective_from date         not null,
    effective_to   date, -- last day in force; none = open
    source_status  varchar(20)  not null
        constraint ck_criterion_source_status check (source_status in ('OFFICIAL_REWORDED', 'DEFAULT_CONFIRM')),
    constraint pk_criterion primary key (code),
    constraint ck_criterion_ends_after_it_begins check (effective_to >= effective_from)
);
create index ix_criterion_industry on criterion (industry, effective_from);
