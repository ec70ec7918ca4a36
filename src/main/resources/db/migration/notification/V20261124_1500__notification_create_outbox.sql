-- Every mail of the house, written in the transaction of its cause and sent by the dispatcher later. The key makes a second mail for
-- the same thing impossible (N14). Rows are kept: they answer whether somebody was told.
create table mail_outbox (
    id           uuid         not null default gen_random_uuid() constraint pk_mail_outbox primary key,
    dedup_key    varchar(200) not null constraint uq_mail_outbox_one_mail_a_key unique,
    kind         varchar(16)  not null constraint ck_mail_outbox_kind
        check (kind in ('ASSIGNMENT', 'RETURNED', 'REASSIGNED', 'CLOSED', 'REJECTED', 'DIGEST')),
    recipient    varchar(80)  not null, -- a person's id, or unit:<code>, ent:<credit code> for a mailbox
    hazard       varchar(40)  constraint fk_mail_outbox_hazard references hazard (number),
    digest_on    date, -- the only day on which a digest may leave
    params       jsonb        not null default '{}', -- what the event said and the case itself does not keep
    immediate    boolean      not null, -- leaves at any hour (N5)
    created_at   timestamptz  not null,
    status       varchar(12)  not null default 'NEW' constraint ck_mail_outbox_status
        check (status in ('NEW', 'SENT', 'DEAD', 'SKIPPED', 'UNREACHABLE')),
    attempts     integer      not null default 0,
    next_at      timestamptz  not null,
    server_away  boolean      not null default false, -- the last attempt found no mail server: the mail itself may be fine
    lease_until  timestamptz, -- by the database's clock
    lease_holder uuid,
    address      varchar(254), -- address and subject of the last attempt
    subject      varchar(300),
    sent_at      timestamptz,
    smtp_reply   varchar(500),
    last_error   varchar(500),
    constraint ck_mail_outbox_digest_has_its_day check ((kind = 'DIGEST') = (digest_on is not null)),
    constraint ck_mail_outbox_single_mail_has_its_hazard check ((kind = 'DIGEST') = (hazard is null)),
    constraint ck_mail_outbox_sent_has_its_time check ((status = 'SENT') = (sent_at is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
create index ix_mail_outbox_due on mail_outbox (immediate desc, next_at) where status = 'NEW';
create index ix_mail_outbox_failed on mail_outbox (created_at) where status in ('DEAD', 'UNREACHABLE');
create index ix_mail_outbox_by_hazard on mail_outbox (hazard) where hazard is not null;

-- Which rung a mail carries to whom. The key is that of the fired rung: nothing is told twice, and a line changes over to a newer
-- digest when the older one could not leave (N4).
create table mail_line (
    hazard    varchar(40) not null,
    kind      varchar(8)  not null,
    term      smallint    not null,
    step      varchar(8)  not null,
    recipient varchar(80) not null,
    mail      uuid        not null constraint fk_mail_line_mail references mail_outbox (id),
    constraint pk_mail_line primary key (hazard, kind, term, step, recipient),
    constraint fk_mail_line_fired_rung foreign key (hazard, kind, term, step, recipient)
        references rung_recipient (hazard, kind, term, step, recipient)
);
create index ix_mail_line_by_mail on mail_line (mail);

-- The cases of a digest and what is the matter with each. No foreign key to the ledger: building thousands of these would hold the
-- hazards against the people who work on them in that minute, and a hazard is never deleted.
create table mail_case (
    mail   uuid        not null constraint fk_mail_case_mail references mail_outbox (id),
    hazard varchar(40) not null,
    matter varchar(8)  not null constraint ck_mail_case_matter check (matter in ('REVIEW', 'ACCEPT', 'RECTIFY', 'VERIFY')),
    constraint pk_mail_case primary key (mail, hazard, matter)
);
create index ix_mail_case_by_hazard on mail_case (hazard);

-- One row a working morning: whoever writes it builds the digests, in the same transaction.
create table digest_run (
    day    date        not null constraint pk_digest_run primary key,
    ran_at timestamptz not null,
    mails  integer     not null
);

-- The pace of all nodes together: the moment, by the database's clock, from which the next mail may be handed to the server.
create table mail_pace (
    only_row boolean     not null default true constraint ck_mail_pace_only_row check (only_row),
    free_at  timestamptz not null,
    constraint pk_mail_pace primary key (only_row)
);
insert into mail_pace (free_at) values (now());
