-- Days that break the rule "Monday to Friday work, Saturday and Sunday off", by the yearly holiday notices (domain 6).
-- A year with at least one row is known; a count that touches any other year is only estimated (6.3).
create table working_day_exception (
    day  date        not null,
    kind varchar(4)  not null constraint ck_working_day_exception_kind check (kind in ('OFF', 'WORK')),
    name varchar(60) not null, -- of the holiday, as the notice has it
    constraint pk_working_day_exception primary key (day),
    constraint ck_working_day_exception_make_up_day_is_a_weekend_day
        check (kind <> 'WORK' or extract(isodow from day) in (6, 7))
);
