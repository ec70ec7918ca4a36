-- All running clocks together, those of a case and those of the desks, for whoever tells people of both.
create view v_clock as
    select hazard, kind, term, owner_kind, owner, due_on, estimated, soon_days from clock where stopped_on is null;
