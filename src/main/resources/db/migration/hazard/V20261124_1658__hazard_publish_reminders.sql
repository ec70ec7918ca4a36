-- The entry of each rung that took effect: a single mail about it is keyed by it (N14).
create view v_logged_rung as
    select hazard, seq, data::jsonb ->> 'clock' as kind, data::jsonb ->> 'rung' as step
    from case_log where kind = 'REMINDED';
