-- Beside the three clocks of a case run those of the desks that owe it a decision (5.2): same engine, own owner.
drop view v_running_clock;
drop view v_fired_rung;
drop view v_waiting_rung;

alter table clock
    alter column kind type varchar(16),
    drop constraint ck_clock_kind,
    add constraint ck_clock_kind check (kind in ('ACCEPT', 'RECTIFY', 'VERIFY', 'REVIEW', 'EXTENSION', 'VOIDING')),
    drop constraint ck_clock_owner_kind,
    add constraint ck_clock_owner_kind check (owner_kind in ('ENTERPRISE', 'UNIT', 'GROUP')),
    -- While a decision on an extension is pending, the rungs behind the due day and the incident wait for it (N12).
    add column held_until timestamptz;
alter table rung alter column kind type varchar(16);
alter table rung_recipient alter column kind type varchar(16);

-- What other rooms may read of the deadlines: the three clocks of a case, and those of the desks.
create view v_running_clock as
    select hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on, estimated, soon_days
    from clock where stopped_on is null and kind in ('ACCEPT', 'RECTIFY', 'VERIFY');
create view v_desk_clock as
    select hazard, kind, term, owner_kind, owner, started_on, due_on, estimated, soon_days
    from clock where stopped_on is null and kind not in ('ACCEPT', 'RECTIFY', 'VERIFY');
create view v_fired_rung as
    select rr.hazard, rr.kind, rr.term, rr.step, rr.recipient, rr.fired_at, r.action
    from rung_recipient rr join rung r using (hazard, kind, term, step);
create view v_waiting_rung as
    select r.hazard, r.kind, r.term, r.step,
           case when r.step like '+%' then greatest(r.fire_at, c.held_until) else r.fire_at end as fire_at, r.audience, r.action
    from rung r join clock c using (hazard, kind, term)
    where r.fired_at is null;
