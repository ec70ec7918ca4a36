-- One term of one clock: the only place where a deadline lives. A new term never overwrites an old one (N1).
create table clock (
    hazard          varchar(40)  not null constraint fk_clock_hazard references hazard (number),
    kind            varchar(8)   not null constraint ck_clock_kind check (kind in ('ACCEPT', 'RECTIFY', 'VERIFY')),
    term            smallint     not null constraint ck_clock_term_starts_at_one check (term >= 1),
    round           smallint     not null constraint ck_clock_round_starts_at_one check (round >= 1),
    owner_kind      varchar(10)  not null constraint ck_clock_owner_kind check (owner_kind in ('ENTERPRISE', 'UNIT')),
    owner           varchar(40)  not null,
    started_on      date         not null,
    due_on          date         not null,
    original_due_on date         not null,
    estimated       boolean      not null,
    explanation     varchar(500) not null,
    soon_days       smallint     not null,
    stopped_on      date         constraint ck_clock_stops_after_its_start check (stopped_on >= started_on),
    incident        varchar(64), -- the engine's incident "overdue" that stands for it
    constraint pk_clock primary key (hazard, kind, term),
    constraint ck_clock_stopped_has_no_incident check (stopped_on is null or incident is null)
);
create unique index uq_clock_one_running_a_kind on clock (hazard, kind) where stopped_on is null;
create index ix_clock_running_by_due on clock (due_on, hazard) where stopped_on is null;
create index ix_clock_becoming_overdue on clock (due_on, hazard) where stopped_on is null and incident is null;

-- One step of the ladder of one term. The key makes a second firing impossible (N2).
create table rung (
    hazard   varchar(40)  not null,
    kind     varchar(8)   not null,
    term     smallint     not null,
    step     varchar(8)   not null, -- START, CATCHUP, or working days from the due day: -3, 0, +1
    fire_at  timestamptz  not null,
    audience varchar(200) not null,
    action   varchar(40)  not null,
    fired_at timestamptz,
    constraint pk_rung primary key (hazard, kind, term, step),
    constraint fk_rung_clock foreign key (hazard, kind, term) references clock (hazard, kind, term),
    constraint ck_rung_is_never_early check (fired_at >= fire_at)
);
create index ix_rung_waiting on rung (fire_at, hazard) where fired_at is null;

-- Whom a fired rung is for. Firing is not telling: a line waits until a mail has carried it (N4).
create table rung_recipient (
    hazard    varchar(40) not null,
    kind      varchar(8)  not null,
    term      smallint    not null,
    step      varchar(8)  not null,
    recipient varchar(80) not null, -- a person's id, or unit:<code>, ent:<credit code> for a mailbox
    fired_at  timestamptz not null,
    constraint pk_rung_recipient primary key (hazard, kind, term, step, recipient),
    constraint fk_rung_recipient_rung foreign key (hazard, kind, term, step) references rung (hazard, kind, term, step)
);
create index ix_rung_recipient_by_recipient on rung_recipient (recipient, fired_at);

-- What other rooms may read of the deadlines.
create view v_running_clock as
    select hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on, estimated, soon_days
    from clock where stopped_on is null;
create view v_fired_rung as
    select rr.hazard, rr.kind, rr.term, rr.step, rr.recipient, rr.fired_at, r.action
    from rung_recipient rr join rung r using (hazard, kind, term, step);
create view v_waiting_rung as
    select hazard, kind, term, step, fire_at, audience, action from rung where fired_at is null;
