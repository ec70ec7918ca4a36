-- Superiors get a mail of their own, one a person and day; what cannot wait for it is a single mail (N4, N5).
alter table mail_outbox drop constraint ck_mail_outbox_kind;
alter table mail_outbox add constraint ck_mail_outbox_kind
    check (kind in ('ASSIGNMENT', 'RETURNED', 'REASSIGNED', 'CLOSED', 'REJECTED', 'DIGEST', 'ESCALATION', 'OVERDUE'));
alter table mail_outbox drop constraint ck_mail_outbox_digest_has_its_day;
alter table mail_outbox drop constraint ck_mail_outbox_single_mail_has_its_hazard;
alter table mail_outbox add constraint ck_mail_outbox_digest_has_its_day check (kind <> 'DIGEST' or digest_on is not null);
alter table mail_outbox add constraint ck_mail_outbox_has_its_day_or_its_hazard check ((digest_on is null) = (hazard is not null));
alter table mail_outbox add constraint ck_mail_outbox_only_mornings_have_a_day
    check (digest_on is null or kind in ('DIGEST', 'ESCALATION'));

-- What has come to an end stands in the last section of the digest, for those who had heard of the delay (N13).
alter table mail_case drop constraint ck_mail_case_matter;
alter table mail_case add constraint ck_mail_case_matter
    check (matter in ('REVIEW', 'ACCEPT', 'RECTIFY', 'VERIFY', 'CLEAR'));
