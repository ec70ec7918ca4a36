-- The notice of a year may also speak of the last days of the December before (domain 6.3): such a row belongs to that notice, goes
-- when the notice is replaced, and does not make its own year known.
alter table working_day_exception
    add column notice smallint, -- year of the notice; none: that of the day
    add constraint ck_working_day_exception_notice_reaches_back_to_december
        check (notice is null or notice = extract(year from day) + 1 and extract(month from day) = 12);

-- Who took which notice in. The newest revision is that of the calendar: terms remember by which they were counted.
create table calendar_intake (
    revision  integer      not null constraint ck_calendar_intake_revision_starts_at_one check (revision >= 1),
    year      smallint     not null,
    file_name varchar(200) not null,
    taken_by  varchar(64)  not null,
    taken_at  timestamptz  not null,
    days      smallint     not null, -- how many days it changed
    constraint pk_calendar_intake primary key (revision)
);
