-- Sessions, for every node. Their layout belongs to Spring Session; times are milliseconds since 1970. Rows whose time is over are removed
-- by every node each minute.
create table web_session (
    primary_id            varchar(36) not null,
    session_id            varchar(36) not null,
    creation_time         bigint      not null,
    last_access_time      bigint      not null,
    max_inactive_interval integer     not null,
    expiry_time           bigint      not null,
    principal_name        varchar(100),
    constraint pk_web_session primary key (primary_id),
    constraint uq_web_session_session_id unique (session_id)
) with (fillfactor = 70);
create index ix_web_session_expiry on web_session (expiry_time);

create table web_session_attributes (
    session_primary_id varchar(36)  not null
        constraint fk_web_session_attributes_session references web_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint pk_web_session_attributes primary key (session_primary_id, attribute_name)
) with (fillfactor = 70);
