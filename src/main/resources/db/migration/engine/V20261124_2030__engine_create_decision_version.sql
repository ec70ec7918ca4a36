-- Every version of every decision table that was ever in force, and who says so; the highest is in force. The file itself lies
-- in the engine's deployment. Rows are added, never changed.
create table decision_version (
    decision       varchar(64)  not null,
    version        integer      not null constraint ck_decision_version_starts_at_one check (version >= 1),
    definition     varchar(64)  not null constraint uq_decision_version_definition unique, -- the engine's id
    form           char(64)     not null, -- hash of its columns: versions of one form answer the same questions
    origin         varchar(8)   not null constraint ck_decision_version_origin check (origin in ('SHIPPED', 'COUNTY', 'FALLBACK')),
    in_force_since timestamptz  not null,
    put_by         varchar(64)  constraint fk_decision_version_person references person (id),
    reason         varchar(500) not null,
    sha256         char(64)     not null,
    shipped_sha256 varchar(64)  not null, -- of the file that shipped with the product then; empty where none did
    constraint pk_decision_version primary key (decision, version),
    constraint ck_decision_version_county_says_who_and_why check (origin <> 'COUNTY' or (put_by is not null and reason <> ''))
);

-- The application's own account may add a version, never change one. Where one account does everything there is no such role.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke update, delete, truncate on decision_version from bihuan_app;
    end if;
end $$;
