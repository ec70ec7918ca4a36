-- The last day to ask for an extension depends on when a term began.
create or replace view v_clock as
    select hazard, kind, term, owner_kind, owner, due_on, estimated, soon_days, started_on from clock where stopped_on is null;
