-- Who is to rectify an open case: it passes on when he leaves (P8).
create or replace view v_open_case as
    select number, grade, source, industry, registered_at, due_on, approved_due_on, responsible_user from hazard
    where status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED');
create index ix_hazard_open_by_responsible_user on hazard (responsible_user, number)
    where status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED') and responsible_user is not null;
