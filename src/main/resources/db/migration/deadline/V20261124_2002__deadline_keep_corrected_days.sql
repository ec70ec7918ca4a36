-- The later day comes with its sentence: whoever confirms the move on another node moves to the day that was shown.
alter table clock
    add column correct_explanation varchar(500),
    add column correct_estimated   boolean,
    add constraint ck_clock_corrected_day_is_whole
        check (num_nulls(correct_due_on, correct_explanation, correct_estimated) in (0, 3));

-- Which terms a notice of holidays has begun, and what was due before: mails and pages say both days.
create view v_calendar_move as
    select r.hazard, r.kind, r.term, before.due_on as was_due_on
    from rung r join clock before on (before.hazard, before.kind, before.term) = (r.hazard, r.kind, r.term - 1)
    where r.step = 'MOVED';
