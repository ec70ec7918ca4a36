-- Who may do what follows from this comment, whatever the accounts are called (room upkeep).
comment on table evidence is 'append-only';
