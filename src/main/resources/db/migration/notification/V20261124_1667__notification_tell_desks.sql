-- Desks that owe a case a decision are told of their clocks too (5.2).
alter table mail_case alter column matter type varchar(16);
alter table mail_case drop constraint ck_mail_case_matter;
alter table mail_case add constraint ck_mail_case_matter
    check (matter in ('REVIEW', 'ACCEPT', 'RECTIFY', 'VERIFY', 'EXTENSION', 'VOIDING', 'CLEAR'));
