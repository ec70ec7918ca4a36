-- How each due day was counted, so that the very same count can be made again by a new notice of holidays (domain 6.3). None: a
-- person named the day, or it came with another ledger.
alter table clock
    add column counted_from date,
    add column counted_days smallint,
    add column counted_unit varchar(8) constraint ck_clock_counted_unit check (counted_unit in ('CALENDAR', 'WORKING')),
    add column rolls_over   boolean,
    -- Revision of the calendar by which the term and its rungs were counted.
    add column calendar     integer not null default 0,
    -- The later day on which the count ends by a newer notice, until somebody confirms the move.
    add column correct_due_on date,
    add constraint ck_clock_count_is_whole
        check (num_nulls(counted_from, counted_days, counted_unit, rolls_over) in (0, 4)),
    add constraint ck_clock_is_only_moved_to_a_later_day check (correct_due_on > due_on);
-- So far each count was kept in words only. One calendar day without roll-over is the rework of what must be removed at once.
update clock
set counted_from = cast(substring(explanation from '^自([0-9-]{10})次日起') as date),
    counted_days = cast(substring(explanation from '次日起([0-9]+)个') as int),
    counted_unit = case when explanation like '%个工作日，%' then 'WORKING' else 'CALENDAR' end,
    rolls_over = explanation ~ '次日起[0-9]+个自然日' and explanation !~ '不顺延|次日起1个自然日'
where explanation ~ '^自[0-9-]{10}次日起[0-9]+个(工作日|自然日)，';
-- What a newer notice has not been applied to yet, and what waits for a person: both are few or none.
create index ix_clock_running_by_calendar on clock (calendar) where stopped_on is null;
create index ix_clock_to_move on clock (hazard) where correct_due_on is not null;
