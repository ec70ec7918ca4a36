-- The job acquisition asks every few seconds which timers are due. Literals as in its query, so that the planner can use the
-- index; never index lock_exp_time_: every lock would stop being a heap-only update.
create index ix_engine_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;
alter table act_ru_job set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
