-- What proves that somebody is who he says. The password itself is nowhere.
create table credential (
    person        varchar(64)  not null constraint fk_credential_person references person (id),
    password_hash varchar(200) not null constraint ck_credential_password_is_hashed check (password_hash like '{%}_%'),
    changed_at    timestamptz  not null,
    constraint pk_credential primary key (person)
);

-- Wrong passwords of one account from one address. All nodes count here, by the database's clock, so a lock holds on every node.
create table login_failure (
    account        varchar(64) not null, -- as typed, known or not: who asks must not learn which accounts exist
    address        varchar(64) not null,
    failures       smallint    not null constraint ck_login_failure_counts check (failures >= 1),
    last_failed_at timestamptz not null,
    locked_until   timestamptz,
    constraint pk_login_failure primary key (account, address)
);
create index ix_login_failure_old on login_failure (last_failed_at);
