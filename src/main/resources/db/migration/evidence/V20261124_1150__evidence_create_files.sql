-- Files that prove something. The bytes lie outside under their SHA-256; what is known of the bytes alone stands here, once.
create table evidence_file (
    sha256     char(64)    not null constraint pk_evidence_file primary key
        constraint ck_evidence_file_sha256_is_lower_hex check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      integer     not null constraint ck_evidence_file_at_most_20_mb check (bytes between 1 and 20971520),
    media_type varchar(20) not null constraint ck_evidence_file_media_type
        check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
    width      integer     constraint ck_evidence_file_width check (width >= 1),
    height     integer     constraint ck_evidence_file_height check (height >= 1),
    taken_at   timestamptz, -- what the camera says, if it says so
    stored_at  timestamptz not null,
    constraint ck_evidence_file_pictures_have_a_size check ((media_type = 'application/pdf') = (num_nulls(width, height) = 2)),
    constraint ck_evidence_file_at_most_50_megapixels check (width::bigint * height <= 50000000)
);

-- What a file proves, and of which subject: rows are only added, never changed, never deleted (S12). The ordinal counts to
-- 30, so that two uploads at once cannot both be the last.
create table evidence (
    id          uuid         not null constraint pk_evidence primary key,
    subject     varchar(40)  not null constraint ck_evidence_subject_not_empty check (subject <> ''),
    ordinal     smallint     not null constraint ck_evidence_at_most_30_a_subject check (ordinal between 1 and 30),
    stage       varchar(8)   not null constraint ck_evidence_stage check (stage in ('BEFORE', 'AFTER', 'DOCUMENT')),
    sha256      char(64)     not null constraint fk_evidence_file references evidence_file (sha256),
    name        varchar(200) not null constraint ck_evidence_name_not_empty check (name <> ''),
    uploaded_by varchar(64)  not null constraint fk_evidence_uploaded_by references person (id),
    uploaded_at timestamptz  not null,
    constraint uq_evidence_same_bytes_once_a_stage unique (subject, stage, sha256),
    constraint uq_evidence_ordinal unique (subject, ordinal)
);
create index ix_evidence_by_file on evidence (sha256);
create index ix_evidence_by_uploader on evidence (uploaded_by, uploaded_at);

-- Uploaded before the hazard is saved: kept for the uploader until it is taken over or its time is up, then swept away.
create table waiting_evidence (
    id          uuid         not null constraint pk_waiting_evidence primary key,
    stage       varchar(8)   not null constraint ck_waiting_evidence_stage check (stage in ('BEFORE', 'AFTER', 'DOCUMENT')),
    sha256      char(64)     not null constraint fk_waiting_evidence_file references evidence_file (sha256),
    name        varchar(200) not null constraint ck_waiting_evidence_name_not_empty check (name <> ''),
    uploaded_by varchar(64)  not null constraint fk_waiting_evidence_uploaded_by references person (id),
    uploaded_at timestamptz  not null,
    kept_until  timestamptz  not null,
    constraint ck_waiting_evidence_has_its_time check (kept_until > uploaded_at)
);
create index ix_waiting_evidence_by_file on waiting_evidence (sha256);
create index ix_waiting_evidence_by_uploader on waiting_evidence (uploaded_by);
create index ix_waiting_evidence_by_end on waiting_evidence (kept_until);

-- The application's own account may add evidence, never change it. Where one account does everything there is no such role.
do $$
begin
    if exists (select from pg_roles where rolname = 'bihuan_app') and current_user <> 'bihuan_app' then
        revoke update, delete, truncate on evidence from bihuan_app;
    end if;
end $$;
