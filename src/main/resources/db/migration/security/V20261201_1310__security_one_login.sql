-- A password given by somebody else serves one login and must then be changed. The version tells a login that was made with an earlier
-- password from one made with the present: it dies with the next request.
alter table credential
    add column version     integer     not null default 1,
    add column one_login   boolean     not null default false,
    add column valid_until timestamptz,
    add column used_at     timestamptz,
    add constraint ck_credential_version_counts check (version >= 1),
    add constraint ck_credential_only_one_login_is_used_up check (one_login or num_nonnulls(valid_until, used_at) = 0);

-- What happened to passwords, for the auditor; never a password. The application's account may add, nothing else.
create table credential_event (
    id      bigint generated always as identity constraint pk_credential_event primary key,
    account varchar(64)  not null, -- as typed where a lock is told, so no reference to a person
    kind    varchar(16)  not null
        constraint ck_credential_event_kind check (kind in ('FIRST', 'RESET', 'USED', 'CHANGED', 'LOCKED')),
    done_by varchar(64), -- null: nobody is logged in
    address varchar(64), -- null: not by a request
    at      timestamptz  not null
);
create index ix_credential_event_account on credential_event (account);

-- The migration runs as the owner; the application's account, where it is another, may add a row and read.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke update, delete, truncate on credential_event from bihuan_app;
    end if;
end $$;
