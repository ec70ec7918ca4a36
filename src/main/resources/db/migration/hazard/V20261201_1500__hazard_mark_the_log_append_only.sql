-- Who may do what follows from this comment, whatever the accounts are called (room upkeep).
comment on table case_log is 'append-only';
