-- Who answered for a running term before it was handed over (T26): its clock names the present owner alone, and the case must say
-- how many days each of them had it (5.1).
create table former_owner (
    hazard     varchar(40) not null,
    kind       varchar(16) not null,
    term       smallint    not null,
    seq        smallint    not null constraint ck_former_owner_seq_starts_at_one check (seq >= 1),
    owner_kind varchar(10) not null constraint ck_former_owner_kind check (owner_kind in ('ENTERPRISE', 'UNIT', 'GROUP')),
    owner      varchar(80) not null,
    held_from  date        not null,
    held_until date        not null,
    constraint pk_former_owner primary key (hazard, kind, term, seq),
    constraint fk_former_owner_clock foreign key (hazard, kind, term) references clock (hazard, kind, term),
    constraint ck_former_owner_gives_up_after_taking check (held_until >= held_from)
);
