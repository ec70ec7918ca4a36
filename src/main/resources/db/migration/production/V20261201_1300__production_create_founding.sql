-- What a database serves, for good: the sample county or a real one. The first start writes the one row; a start for the other kind is
-- refused, so sample people with a public password never come to stand beside real ones.
create table founding (
    only_row            boolean     not null default true constraint ck_founding_only_row check (only_row),
    kind                varchar(8)  not null constraint ck_founding_kind check (kind in ('SAMPLE', 'REAL')),
    first_administrator varchar(64) constraint fk_founding_first_administrator references person (id)
        deferrable initially deferred, -- who is written in the same transaction, after this row has been won
    founded_at          timestamptz not null,
    constraint pk_founding primary key (only_row),
    constraint ck_founding_a_real_county_has_a_first_administrator check ((kind = 'REAL') = (first_administrator is not null))
);

-- Whoever has passwords by now is a sample county: until this release nothing else could be started.
insert into founding (kind, founded_at) select 'SAMPLE', min(changed_at) from credential having count(*) > 0;

-- The migration runs as the owner; the application's account, where it is another, may add a row and read.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke update, delete, truncate on founding from bihuan_app;
    end if;
end $$;
