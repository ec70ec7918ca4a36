-- What decides which row of a county's table an open case is under.
create view v_open_case as
    select number, grade, source, industry, registered_at, due_on, approved_due_on from hazard
    where status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED');
