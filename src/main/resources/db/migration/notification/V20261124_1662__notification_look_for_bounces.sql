-- How the last mails to somebody went.
create index ix_mail_outbox_by_recipient on mail_outbox (recipient, created_at);
