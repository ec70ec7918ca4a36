-- What people press for by hand, and the daily line by which administrators notice that mail has stopped (N16, N18).
alter table mail_outbox drop constraint ck_mail_outbox_kind;
alter table mail_outbox add constraint ck_mail_outbox_kind check (kind in ('ASSIGNMENT', 'RETURNED', 'REASSIGNED', 'EXTENSION',
    'CLOSED', 'REJECTED', 'DIGEST', 'ESCALATION', 'OVERDUE', 'NUDGE', 'DAILY_REPORT'));
alter table mail_outbox drop constraint ck_mail_outbox_only_mornings_have_a_day;
alter table mail_outbox add constraint ck_mail_outbox_only_mornings_have_a_day
    check (digest_on is null or kind in ('DIGEST', 'ESCALATION', 'DAILY_REPORT'));
create index ix_mail_outbox_by_sent_at on mail_outbox (sent_at) where sent_at is not null;
