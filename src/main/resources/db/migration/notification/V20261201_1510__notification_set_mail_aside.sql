-- After a restore nobody knows which of the mails that had not left by then have left since: they wait for a person who knows.
alter table mail_outbox
    add column set_aside_at timestamptz,
    add constraint ck_mail_outbox_set_aside_does_not_leave check (set_aside_at is null or status = 'SKIPPED');
create index ix_mail_outbox_set_aside on mail_outbox (created_at) where set_aside_at is not null;
