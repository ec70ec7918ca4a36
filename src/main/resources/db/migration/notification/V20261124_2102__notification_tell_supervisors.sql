-- Superiors who must answer for a delay, and desks that decide on a reopening, are told of their clocks too (5.2, N11).
alter table mail_case drop constraint ck_mail_case_matter;
alter table mail_case add constraint ck_mail_case_matter
    check (matter in ('REVIEW', 'ACCEPT', 'RECTIFY', 'VERIFY', 'EXTENSION', 'VOIDING', 'REOPENING',
                      'SUPERVISE_UNIT', 'SUPERVISE_OFFICE', 'SUPERVISE_COUNTY', 'CLEAR'));
