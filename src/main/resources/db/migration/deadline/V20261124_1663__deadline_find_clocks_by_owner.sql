create index ix_clock_running_by_owner on clock (owner) where stopped_on is null;
