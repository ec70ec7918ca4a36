-- Who stands in for whom, from day to day (N8). A row is never deleted: a period that is cut short or given up keeps its days and
-- gets the moment of its end, because four eyes ask later who counted as whom (S9).

-- Lets an exclusion constraint compare people without an extension: a range of one person.
create type person_range as range (subtype = text);

create table substitute (
    id         bigint      generated always as identity constraint pk_substitute primary key,
    person     varchar(64) not null constraint fk_substitute_person references person (id),
    substitute varchar(64) not null constraint fk_substitute_substitute references person (id),
    from_on    date        not null,
    to_on      date        not null, -- the last day, included
    entered_by varchar(64) not null constraint fk_substitute_entered_by references person (id),
    entered_at timestamptz not null,
    ended_by   varchar(64) constraint fk_substitute_ended_by references person (id),
    ended_at   timestamptz, -- from this moment on it counts no more
    constraint ck_substitute_is_another check (substitute <> person),
    constraint ck_substitute_ends_after_it_begins check (from_on <= to_on),
    constraint ck_substitute_lasts_a_year_at_most check (to_on - from_on < 366),
    constraint ck_substitute_ended_by_somebody check (num_nulls(ended_by, ended_at) in (0, 2)),
    constraint ck_substitute_ended_after_entered check (ended_at >= entered_at),
    constraint ex_substitute_one_at_a_time exclude using gist (
        person_range(person::text, person::text, '[]') with &&, daterange(from_on, to_on, '[]') with &&) where (ended_at is null)
);
create index ix_substitute_person on substitute (person, from_on);

-- The application's own account may end a row, never take it away. Where one account does everything there is no such role.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke delete, truncate on substitute from bihuan_app;
    end if;
end $$;
