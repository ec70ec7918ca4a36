-- What the ladder drafts and a person reads, signs and sends, or discards (N6). Nothing here has a number yet.
create table letter (
    id         uuid        not null default gen_random_uuid() constraint pk_letter primary key,
    kind       varchar(12) not null constraint ck_letter_kind
               check (kind in ('ADVISORY', 'SUPERVISION', 'WARNING', 'INTERVIEW', 'CIRCULAR', 'HANDOVER')),
    party      varchar(44) not null, -- whose delay it is about: ent:<credit code> or unit:<code>
    hazard     varchar(40) constraint fk_letter_hazard references hazard (number), -- the one case; none: the party's of that day (5.3)
    drafted_on date        not null,
    drafted_at timestamptz not null,
    state      varchar(10) not null default 'DRAFT' constraint ck_letter_state check (state in ('DRAFT', 'DISCARDED', 'SUPERSEDED')),
    ended_on   date,
    reason     varchar(1000),
    ended_by   varchar(64),
    constraint ck_letter_ends_with_its_draft check ((state = 'DRAFT') = (ended_on is null)),
    constraint ck_letter_is_discarded_by_somebody_with_a_reason
        check ((state = 'DISCARDED') = (reason is not null) and (state = 'DISCARDED') = (ended_by is not null))
);
-- One draft an enterprise, day and kind; what has ended takes nothing in any more.
create unique index uq_letter_one_draft_a_day on letter (kind, party, coalesce(hazard, ''), drafted_on) where state = 'DRAFT';
create index ix_letter_open on letter (drafted_at, id) where state = 'DRAFT';

-- Each case of a letter, with the rung of its rectification that asked for it. The key makes a second draft impossible.
create table letter_line (
    letter        uuid        not null constraint fk_letter_line_letter references letter (id),
    hazard        varchar(40) not null constraint fk_letter_line_hazard references hazard (number),
    term          smallint    not null,
    step          varchar(8)  not null,
    kind          varchar(12) not null,
    superseded_on date, -- the delay has ended, or its day lies ahead again
    superseded_by varchar(12) constraint ck_letter_line_superseded_by
                  check (superseded_by in ('SUBMITTED', 'EXTENDED', 'DECLINED', 'MOVED', 'CLOSED', 'VOIDED', 'MERGED')),
    constraint pk_letter_line primary key (hazard, term, step, kind),
    constraint ck_letter_line_superseded_is_whole check ((superseded_on is null) = (superseded_by is null))
);
create index ix_letter_line_by_letter on letter_line (letter);
