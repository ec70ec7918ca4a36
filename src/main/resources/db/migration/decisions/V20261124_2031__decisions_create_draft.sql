-- A changed table between its check and its confirmation: any node may show it, and only one confirmation finds it.
create table decision_draft (
    id            uuid        not null constraint pk_decision_draft primary key,
    decision      varchar(64) not null,
    after_version integer     not null, -- in force when it was handed in
    file          bytea       not null constraint ck_decision_draft_is_small check (octet_length(file) <= 1048576),
    made_by       varchar(64) not null constraint fk_decision_draft_person references person (id),
    made_at       timestamptz not null,
    constraint fk_decision_draft_version foreign key (decision, after_version) references decision_version (decision, version)
);
