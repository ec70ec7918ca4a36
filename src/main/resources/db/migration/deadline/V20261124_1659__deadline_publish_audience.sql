-- Mails tell what climbs from what is told to those who work on a case, and what cannot wait from what can (N4, N5).
create or replace view v_fired_rung as
    select rr.hazard, rr.kind, rr.term, rr.step, rr.recipient, rr.fired_at, r.action, r.audience
    from rung_recipient rr join rung r using (hazard, kind, term, step);
create or replace view v_running_clock as
    select hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on, estimated, soon_days, immediate
    from clock where stopped_on is null and kind in ('ACCEPT', 'RECTIFY', 'VERIFY');
-- Lines come in the order of time and stay: what fired since a moment is found at their end.
create index ix_rung_recipient_by_fired_at on rung_recipient using brin (fired_at) with (pages_per_range = 16, autosummarize = on);
-- All-clears wait for a mail although their clock no longer runs.
create index ix_rung_recipient_all_clear on rung_recipient (hazard) where step = 'CLEAR';
